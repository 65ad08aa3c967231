import { Controller, Get, HttpCode, HttpException, Inject } from '@nestjs/common';

/** Something that must work before the service can: gives its name and a code while it does not. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<{ readonly ready: boolean; readonly code?: string }>;
}

export const READINESS_CHECKS = Symbol('readiness checks');

@Controller()
export class HealthController {
  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** The process lives. */
  @Get('health')
  @HttpCode(200)
  health(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** It can work: 200, or 503 with the checks that fail. */
  @Get('ready')
  async ready(): Promise<{ status: 'ready'; checks: Record<string, string> }> {
    const results = await Promise.all(
      this.checks.map(async ({ name, check }, index) => {
        const result = await check.call(this.checks[index]).catch(() => ({ ready: false, code: 'check.failed' }));
        return [name, result.ready ? 'ready' : (result.code ?? 'not-ready'), result.ready] as const;
      }),
    );
    const checks = Object.fromEntries(results.map(([name, state]) => [name, state]));
    if (results.every(([, , ready]) => ready)) return { status: 'ready', checks };
    throw new HttpException({ status: 'not-ready', checks }, 503);
  }
}
