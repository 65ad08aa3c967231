import { humanName } from './human-name';

describe('humanName', () => {
  it.each([
    ['DOE,JANE Q', 'Jane Q Doe'],
    ["O'BRIEN,SEAN P JR", "Sean P O'Brien Jr."],
    ['DE LA CRUZ,MARY ANN', 'Mary Ann De la Cruz'],
    ['MARTINEZ DE LEON,JOSE', 'Jose Martinez de Leon'],
    ['ORTIZ Y GASSET,ANA', 'Ana Ortiz y Gasset'],
    ['VAN DER BERG,JAN III', 'Jan Van der Berg III'],
    ['MCDONALD,RONALD', 'Ronald McDonald'],
    ['MACDONALD,FLORA', 'Flora MacDonald'],
    ['MACIAS,LUZ', 'Luz Macias'],
    ['SMITH-JONES,ANNE-MARIE', 'Anne-Marie Smith-Jones'],
    ["D'ANGELO,GINO", "Gino D'Angelo"],
    ["NA'IM,OMAR", "Omar Na'im"],
    ['NÚÑEZ,XÓCHITL', 'Xóchitl Núñez'],
    ['AL-AMIN,', 'Al-Amin'],
    ['HAYES ,  ISAAC  L ', 'Isaac L Hayes'],
    ['DOE JR,JOHN', 'John Doe Jr.'],
    ['DOE,JOHN,SR.', 'John Doe Sr.'],
    ['LE,AN', 'An Le'],
    ['LA,KIM', 'Kim La'],
    ['MC,ALI', 'Ali Mc'],
    ['PRINCE', 'Prince'],
    ['DOE,JOHN V', 'John V Doe'],
    ['ШЕВЧЕНКО,ОЛЕНА', 'Олена Шевченко'],
    ['王,小明', '小明 王'],
    ['de Vries,Anna', 'Anna de Vries'],
    ['', ''],
    [' , ', ''],
  ])('%j is %j', (state, human) => expect(humanName(state)).toBe(human));
});
