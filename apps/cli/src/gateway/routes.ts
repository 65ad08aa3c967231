/** The gateway's addresses that the command line uses, below its base URL. */
export const routes = {
  uploads: (office: string): string => `/api/offices/${office}/uploads`,
  runs: (office: string): string => `/api/offices/${office}/runs`,
  run: (office: string, run: string): string => `/api/offices/${office}/runs/${run}`,
  files: (office: string, run: string): string => `/api/offices/${office}/runs/${run}/files`,
  events: (office: string, run: string): string => `/api/offices/${office}/runs/${run}/events`,
  cancel: (office: string, run: string): string => `/api/offices/${office}/runs/${run}/cancel`,
  purge: (office: string, run: string): string => `/api/offices/${office}/runs/${run}/purge`,
  outputs: (office: string, run: string): string => `/api/offices/${office}/runs/${run}/outputs`,
  receipts: (office: string): string => `/api/offices/${office}/filings/receipts`,
  output: (office: string, run: string, name: string): string =>
    `/api/offices/${office}/runs/${run}/outputs/${name.split('/').map(encodeURIComponent).join('/')}`,
};
