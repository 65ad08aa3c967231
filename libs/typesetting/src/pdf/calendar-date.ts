/** A calendar date as the integer `yyyymmdd`. */
export type CalendarDate = number;
