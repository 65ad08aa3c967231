/** A row of a synthetic state file: values by column name. */
export type StateRow = Readonly<Record<string, string>>;

/** A state file with its header: the columns that rows name stand in their places, all others are empty. */
export function stateFile(columns: readonly string[], rows: readonly StateRow[]): Buffer {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return Buffer.from(`${[columns.join(','), ...lines].join('\n')}\n`, 'utf8');
}

/** A felony conviction of HS 11358 in Los Angeles for synthetic person `n`. */
export function convictedRow(n: number, given: StateRow = {}): StateRow {
  const subject = String(10_000_000 + n);
  return {
    RECORD_ID: String(n),
    SUBJECT_ID: subject,
    CII_NUMBER: `A${String(n).padStart(9, '0')}`,
    PRI_NAME: `SYNTHETIC${n} PERSON`,
    PRI_DOB: '19800101',
    CYC_ORDER: '101',
    CYC_DATE: '20100501',
    STP_ORDER: '002',
    STP_TYPE_DESCR: 'COURT ACTION',
    STP_EVENT_DATE: '20100601',
    STP_ORI_DESCR: 'CASC LOS ANGELES',
    STP_ORI_CNTY_NAME: 'LOS ANGELES',
    CNT_ORDER: '101002001000',
    OFN: `SYN${n}`,
    OFFENSE_DESCR: '11358 HS-CULTIVATE MARIJUANA',
    OFFENSE_TOC: 'F',
    DISP_DATE: '20100601',
    DISP_DESCR: 'CONVICTED',
    CONV_STAT_DESCR: 'FELONY',
    ...given,
  };
}
