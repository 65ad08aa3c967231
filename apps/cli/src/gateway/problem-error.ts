import { CliError } from '../cli-error';

/** Nobody answers, or who answers is waiting for a server that is away: the same may work a moment later. */
export class ServicesAway extends CliError {}

/** The gateway's problem+json in words; its codes stay as they are behind `services.`. */
export function problemError(status: number, body: string): CliError {
  try {
    const problem = JSON.parse(body) as {
      code?: string;
      detail?: string;
      errors?: { path: string; message: string }[];
    };
    const fields = (problem.errors ?? []).map((one) => `${one.path} ${one.message}`).join('; ');
    if (problem.detail)
      return new (status === 503 ? ServicesAway : CliError)(
        `services.${problem.code ?? status}`,
        fields === '' ? problem.detail : `${problem.detail} (${fields})`,
      );
  } catch {
    // not ours: a proxy, or another program on this port
  }
  return new CliError(
    `services.http-${status}`,
    `Something that is not Clearway's gateway answered (HTTP ${status}). Give the address that \`npm start\` prints with --url.`,
  );
}
