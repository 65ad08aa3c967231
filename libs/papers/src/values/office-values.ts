import { type FilingOptions, prosecutorOf } from '../filing/filing-options';
import { courthousePlace } from '../filing/printed-values';
import { addressParts } from './address-parts';
import { type Filed, type Values } from './filed';
import { type PaperGiven } from './paper-given';

/** Who files. */
export function officeValues(
  { agency }: Filed,
  options: FilingOptions,
): Values<
  | 'agency'
  | 'attorney'
  | 'attorneyTitle'
  | 'barNumber'
  | 'attorneyAddress'
  | 'attorneyStreet'
  | 'attorneyCity'
  | 'attorneyState'
  | 'attorneyZip'
  | 'telephone'
  | 'fax'
  | 'email'
  | 'attorneyFor'
  | 'plaintiff'
> {
  const { attorney = '', title = '', barNumber = '', address = [], telephone = '', fax = '', email = '' } = prosecutorOf(options, agency);
  const { street, city, state, zip } = addressParts(address);
  return {
    agency,
    attorney,
    attorneyTitle: title,
    barNumber,
    attorneyAddress: address.join(', '),
    attorneyStreet: street,
    attorneyCity: city,
    attorneyState: state,
    attorneyZip: zip,
    telephone,
    fax,
    email,
    attorneyFor: 'The People of the State of California',
    plaintiff: 'PEOPLE OF THE STATE OF CALIFORNIA',
  };
}

/** Where it is filed. */
export function courtValues(
  filed: Filed,
  options: FilingOptions,
  { court }: PaperGiven,
): Values<
  | 'courtName'
  | 'county'
  | 'countyName'
  | 'courthouse'
  | 'courthousePlace'
  | 'recordCourts'
  | 'courtAddress'
  | 'courtStreet'
  | 'courtCityZip'
> {
  const county = options.county.trim().toUpperCase();
  const countyName = titleCase(county);
  const { street, city, state, zip } = addressParts(court?.address ?? []);
  const { courthouse } = filed;
  return {
    courtName: `Superior Court of California, County of ${countyName}`,
    county,
    countyName,
    courthouse: courthouse.name,
    courthousePlace: court && court.name !== '' ? court.name : courthousePlace(courthouse.name),
    recordCourts: recordCourts(filed),
    courtAddress: (court?.address ?? []).join(', '),
    courtStreet: street,
    courtCityZip: city === '' ? '' : `${city}, ${state} ${zip}`,
  };
}

/** The courts that convicted, as the state's record names them: those of closed courthouses among them. */
function recordCourts({ lines, courthouse }: Filed): string {
  const names = [...new Set(lines.map((line) => line.courtOfRecord ?? courthouse.name))].sort();
  const last = names.pop() ?? courthouse.name;
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** `LOS ANGELES` as `Los Angeles`. */
function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
