import { homedir } from 'node:os';
import { join } from 'node:path';
import { FormFolder } from '@clearway/court-forms';

export interface FormsOptions {
  readonly forms?: string;
}

/** The office's folder of forms: `--forms`, else the environment's CLEARWAY_FORMS, else `.clearway/forms` in the home folder. */
export function formFolderOf({ forms }: FormsOptions): FormFolder {
  return new FormFolder(forms ?? (process.env['CLEARWAY_FORMS'] || join(homedir(), '.clearway', 'forms')));
}
