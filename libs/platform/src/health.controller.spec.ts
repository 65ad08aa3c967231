import { type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { HealthController, READINESS_CHECKS } from './index';

describe('health and readiness', () => {
  let application: INestApplication;
  let away = false;
  beforeAll(async () => {
    const checks = [
      { name: 'database', check: async () => ({ ready: !away, code: 'database.away' }) },
      {
        name: 'broker',
        check: () => (away ? Promise.reject(new Error('DOE,JANE')) : Promise.resolve({ ready: true })),
      },
    ];
    const module = await Test.createTestingModule({
      controllers: [HealthController],
      providers: [{ provide: READINESS_CHECKS, useValue: checks }],
    }).compile();
    application = await module.createNestApplication({ logger: false }).init();
  });
  afterAll(() => application.close());

  it('is ready while everything that it needs is', async () => {
    await request(application.getHttpServer())
      .get('/ready')
      .expect(200, { status: 'ready', checks: { database: 'ready', broker: 'ready' } });
  });

  it('says what is missing, by code, and is alive all the same', async () => {
    away = true;
    await request(application.getHttpServer())
      .get('/ready')
      .expect(503, { status: 'not-ready', checks: { database: 'database.away', broker: 'check.failed' } });
    await request(application.getHttpServer()).get('/health').expect(200, { status: 'alive' });
  });
});
