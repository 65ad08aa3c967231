import { Injectable } from '@nestjs/common';
import { userInfo } from 'node:os';

/** Stands for "no run" in rows that are about an office as a whole. */
export const NO_RUN = '00000000-0000-0000-0000-000000000000';

/** Who is asking. Until there is a login, the gateway listens on loopback only and its caller is the user of the machine. */
@Injectable()
export class Caller {
  private readonly user = `user:${
    userInfo()
      .username.replace(/[^A-Za-z0-9._@\\-]/g, '-')
      .slice(0, 64) || 'unknown'
  }`;

  actor(): string {
    return this.user;
  }
}
