export type ChargeClass = 'F' | 'M' | 'I' | '';

/** One charge as the state writes it, and what it means: written here by hand, so the truth needs no parser. */
export interface ChargeText {
  /** OFFENSE_DESCR: section, code, dash, words. */
  readonly text: string;
  readonly code: string;
  readonly section: string;
  readonly path: readonly string[];
  readonly qualifiers: readonly ('attempt' | 'conspiracy')[];
  readonly toc: ChargeClass;
  /** One of the four sections of the 2016 Act (11357 to 11360 HS). */
  readonly cannabis: boolean;
}

function charge(
  text: string,
  code: string,
  section: string,
  path: string,
  toc: ChargeClass,
  qualifiers: readonly ('attempt' | 'conspiracy')[] = [],
): ChargeText {
  const cannabis =
    code === 'HS' && (section === '11357' || section === '11358' || section === '11359' || section === '11360');
  return { text, code, section, path: path === '' ? [] : path.split(''), qualifiers, toc, cannabis };
}

/** Cannabis charges before 9 November 2016, the common ones several times. */
export const CANNABIS_BEFORE: readonly ChargeText[] = [
  charge('11357(A) HS-POSSESS CONCENTRATED CANNABIS', 'HS', '11357', 'a', 'F'),
  charge('11357(B) HS-POSSESS MARIJUANA 28.5-GRAMS', 'HS', '11357', 'b', 'M'),
  charge('11357(B) HS-POSSESS MARIJUANA 28.5-GRAMS', 'HS', '11357', 'b', 'M'),
  charge('11357(C) HS-POSSESS MARIJUANA OVER 28.5 GRAMS', 'HS', '11357', 'c', 'M'),
  charge('11357(D) HS-POSSESS MARIJUANA ON SCHOOL GROUNDS', 'HS', '11357', 'd', 'M'),
  charge('11357 HS-POSSESS MARIJUANA', 'HS', '11357', '', 'F'),
  charge('11358 HS-CULTIVATE MARIJUANA', 'HS', '11358', '', 'F'),
  charge('11358 HS-CULTIVATE MARIJUANA', 'HS', '11358', '', 'F'),
  charge('11359 HS-POSSESS MARIJUANA FOR SALE', 'HS', '11359', '', 'F'),
  charge('11359 HS-POSSESS MARIJUANA FOR SALE', 'HS', '11359', '', 'F'),
  charge('11359 HS-POSSESS MARIJUANA FOR SALE', 'HS', '11359', '', 'F'),
  charge('11360(A) HS-SELL/TRANSPORT/ETC MARIJUANA', 'HS', '11360', 'a', 'F'),
  charge('11360(A) HS-SELL/TRANSPORT/ETC MARIJUANA', 'HS', '11360', 'a', 'F'),
  charge('11360(B) HS-GIVE/TRANSPORT/ETC LESS 28.5 GRAMS MARIJ', 'HS', '11360', 'b', 'M'),
];

/** Cannabis charges from 9 November 2016. */
export const CANNABIS_AFTER: readonly ChargeText[] = [
  charge('11358(C) HS-CULTIVATE MARIJUANA 6+ PLANTS', 'HS', '11358', 'c', 'M'),
  charge('11359(B) HS-POSSESS MARIJUANA FOR SALE', 'HS', '11359', 'b', 'M'),
  { ...charge('11360(A)(2) HS-SELL/FURNISH/ETC MARIJUANA', 'HS', '11360', '', 'M'), path: ['a', '2'] },
  { ...charge('11357(B)(2) HS-POSSESS MARIJUANA OVER 28.5 GRAMS', 'HS', '11357', '', 'M'), path: ['b', '2'] },
];

export const CANNABIS_INFRACTIONS: readonly ChargeText[] = [
  charge('11357(B) HS-POSSESS MARIJUANA 28.5-GRAMS', 'HS', '11357', 'b', 'I'),
  { ...charge('11357(B)(1) HS-POSSESS MARIJUANA 18 TO 20', 'HS', '11357', '', 'I'), path: ['b', '1'] },
];

/** Everything else that people are convicted of; none of it is a super strike or a registrable offence. */
export const OTHER_CHARGES: readonly ChargeText[] = [
  charge('11350(A) HS-POSSESS NARCOTIC CNTL SUB', 'HS', '11350', 'a', 'F'),
  charge('11351 HS-POSS/PURCHASE FOR SALE NARC/CNTL SUB', 'HS', '11351', '', 'F'),
  charge('11364 HS-POSSESS CNTL SUB PARAPHERNALIA', 'HS', '11364', '', 'M'),
  charge('11377(A) HS-POSSESS CONTROLLED SUBSTANCE', 'HS', '11377', 'a', 'F'),
  charge('11378 HS-POSSESS CNTL SUB FOR SALE', 'HS', '11378', '', 'F'),
  charge('11550(A) HS-USE/UNDER INFL CNTL SUB', 'HS', '11550', 'a', 'M'),
  charge('148(A)(1) PC-OBSTRUCT/ETC PUB OFCR/ETC', 'PC', '148', 'a1', 'M'),
  charge('166(A)(4) PC-CONTEMPT:DISOBEY COURT ORDER', 'PC', '166', 'a4', 'M'),
  charge('242 PC-BATTERY', 'PC', '242', '', 'M'),
  charge('245(A)(1) PC-FORCE/ADW NOT FIREARM:GBI LIKELY', 'PC', '245', 'a1', 'F'),
  charge('273.5(A) PC-INFLICT CORP INJ SPOUSE/COHAB', 'PC', '273.5', 'a', 'F'),
  charge('415 PC-DISTURB PEACE', 'PC', '415', '', 'M'),
  charge('422 PC-CRIMINAL THREAT CAUSE FEAR/GBI', 'PC', '422', '', 'F'),
  charge('459 PC-BURGLARY', 'PC', '459', '', 'F'),
  charge('466 PC-POSS/ETC BURGLARY TOOLS', 'PC', '466', '', 'M'),
  charge('470(D) PC-FORGERY', 'PC', '470', 'd', 'F'),
  charge('484(A) PC-THEFT PERSONAL PROPERTY', 'PC', '484', 'a', 'M'),
  charge('488 PC-PETTY THEFT', 'PC', '488', '', 'M'),
  charge('496(A) PC-RECEIVE/ETC KNOWN STOLEN PROPERTY', 'PC', '496', 'a', 'F'),
  charge('594(A)(1) PC-VANDALISM', 'PC', '594', 'a1', 'M'),
  charge('602(L) PC-TRESPASS:OCCUPY PROPERTY', 'PC', '602', 'l', 'M'),
  charge('647(F) PC-DISORDERLY CONDUCT:UNDER INFLUENCE DRUG', 'PC', '647', 'f', 'M'),
  charge('666 PC-PETTY THEFT W/PR JAIL:SPEC OFFENSES', 'PC', '666', '', 'F'),
  charge('12020(A) PC-POSSESS/MANUFACTURE/SELL DANGEROUS WEAPON', 'PC', '12020', 'a', 'F'),
  charge('4149 BP-POSSESS NEEDLE W/OUT PRESCRIPTION', 'BP', '4149', '', 'M'),
  charge('10851(A) VC-TAKE VEH W/O OWN CONSENT/VEH THEFT', 'VC', '10851', 'a', 'F'),
  charge('12500(A) VC-DRIVE W/O LICENSE', 'VC', '12500', 'a', 'M'),
  charge('14601.1(A) VC-DRIVE WHILE LIC SUSPENDED/ETC', 'VC', '14601.1', 'a', 'M'),
  charge('20002(A) VC-HIT AND RUN:PROPERTY DAMAGE', 'VC', '20002', 'a', 'M'),
  charge('23152(A) VC-DUI ALCOHOL/DRUGS', 'VC', '23152', 'a', 'M'),
  charge('23152(B) VC-DUI ALCOHOL/0.08 PERCENT', 'VC', '23152', 'b', 'M'),
  charge('40508(A) VC-FAIL TO APPEAR:WRITTEN PROMISE', 'VC', '40508', 'a', 'M'),
];

/** Offences of Penal Code 667(e)(2)(C)(iv). */
export const SUPER_STRIKES: readonly ChargeText[] = [
  charge('187(A) PC-MURDER', 'PC', '187', 'a', 'F'),
  charge('191.5 PC-GROSS VEH MANSLAUGHTER WHILE INTOX', 'PC', '191.5', '', 'F'),
  charge('209(B)(1) PC-KIDNAP TO COMMIT ROBBERY/RAPE', 'PC', '209', 'b1', 'F'),
  charge('269(A)(1) PC-AGGRAVATED SEX ASSAULT CHILD:RAPE', 'PC', '269', 'a1', 'F'),
  charge('664/187(A) PC-ATT MURDER', 'PC', '187', 'a', 'F', ['attempt']),
];

/** Offences that Penal Code 290 registers. */
export const SEX_OFFENCES: readonly ChargeText[] = [
  charge('243.4(A) PC-SEXUAL BATTERY', 'PC', '243.4', 'a', 'F'),
  charge('288(A) PC-LEWD OR LASCIV ACTS W/CHILD UNDER 14', 'PC', '288', 'a', 'F'),
  charge('314.1 PC-INDECENT EXPOSURE', 'PC', '314', '1', 'M'),
  charge('647.6(A)(1) PC-ANNOY/MOLEST CHILD', 'PC', '647.6', 'a1', 'M'),
];

/** `136.1 PC` and `186.22(B)(4) PC` convicted in one case: a super strike only together. */
export const GANG_PAIR: readonly [ChargeText, ChargeText] = [
  charge('136.1 PC-PREVENT/DISSUADE WITNESS/VICTIM', 'PC', '136.1', '', 'F'),
  charge('186.22(B)(4) PC-STREET GANG ACT', 'PC', '186.22', 'b4', 'F'),
];

/** Charges whose digits look like a listed section and are not. */
export const LOOKALIKES: readonly ChargeText[] = [
  charge('11357.5 HS-SELL/ETC SYNTHETIC CANNABINOID', 'HS', '11357.5', '', 'M'),
  charge('21135900 PC-LOCAL ORDINANCE', 'PC', '21135900', '', 'M'),
  charge('537 PC-DEFRAUD INNKEEPER', 'PC', '537', '', 'M'),
  charge('4285 PC-ITEM OF LOCAL CODE', 'PC', '4285', '', 'M'),
  charge('1237 PC-ITEM OF LOCAL CODE', 'PC', '1237', '', 'M'),
];

export const ATTEMPTS: readonly ChargeText[] = [
  charge('664/11358 HS-ATTEMPT CULTIVATE MARIJUANA', 'HS', '11358', '', 'F', ['attempt']),
  charge('664-11359 HS-ATTEMPT POSS MARIJUANA FOR SALE', 'HS', '11359', '', 'F', ['attempt']),
  charge('664/11360(A) HS-ATTEMPT SELL MARIJUANA', 'HS', '11360', 'a', 'F', ['attempt']),
];

export const CONSPIRACIES: readonly ChargeText[] = [
  charge('182/11359 HS-CONSPIRACY POSS MARIJUANA FOR SALE', 'HS', '11359', '', 'F', ['conspiracy']),
  charge('182(A)(1)/11360(A) HS-CONSPIRACY SELL MARIJUANA', 'HS', '11360', 'a', 'F', ['conspiracy']),
];

/** The same charges in the spellings that the state file also has. */
export const ODD_CITATIONS: readonly ChargeText[] = [
  charge('11359HS-POSSESS MARIJUANA FOR SALE', 'HS', '11359', '', 'F'),
  charge('11357A HS-POSSESS CONCENTRATED CANNABIS', 'HS', '11357', 'a', 'F'),
  charge('11357(C)HS-POSSESS MARIJUANA', 'HS', '11357', 'c', 'M'),
  charge('  11358 HS - CULTIVATE MARIJUANA', 'HS', '11358', '', 'F'),
  charge('11360(a) hs-sell marijuana', 'HS', '11360', 'a', 'F'),
];
