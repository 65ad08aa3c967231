/** "No run", in rows that are about an office as a whole. */
export const NO_RUN = '00000000-0000-0000-0000-000000000000';
