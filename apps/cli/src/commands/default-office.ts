/** Whose data it is where nobody says it: the same for every command, so that services and command line give the same bytes. */
export const DEFAULT_OFFICE = 'district-attorney';
