import 'reflect-metadata';
import { type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { type ServiceName } from '@clearway/contracts';
import {
  CodedError,
  Log,
  readConfiguration,
  type Configured,
  type ServiceConfiguration,
  type Setting,
} from '@clearway/platform';
import { QuestionServer } from './questions';
import { ServiceRunner } from './service-runner';

type Settings = Readonly<Record<string, Setting<unknown>>>;

/** Builds and starts a service; returns it with its address. For `main.ts` use `startService`. */
export async function openService(
  service: ServiceName,
  configuration: ServiceConfiguration,
  module: Type | DynamicModule,
  prepare?: (application: INestApplication) => void,
): Promise<{ readonly application: INestApplication; readonly port: number }> {
  const log = new Log(service, configuration.logLevel);
  const application = await NestFactory.create(module as Type, { logger: log, abortOnError: false, bodyParser: true });
  try {
    application.connectMicroservice({
      strategy: new QuestionServer(configuration.subjectPrefix, service, configuration),
    });
    prepare?.(application);
    await application.startAllMicroservices();
    const server: { address(): { port: number } } = await application.listen(configuration.httpPort, '127.0.0.1');
    const { port } = server.address();
    log.info('listening', { port });
    return { application, port };
  } catch (error) {
    await application.close().catch(() => undefined);
    throw error;
  }
}

/** Ends in good order: no new work, work in progress put back, then everything else. */
export async function closeService(application: INestApplication): Promise<void> {
  await application.get(ServiceRunner, { strict: false }).stop();
  const source = application.get(DataSource, { strict: false });
  await application.close();
  if (source.isInitialized) await source.destroy();
}

/** The whole of a `main.ts`: reads the environment, starts, ends on SIGTERM and SIGINT. Errors are told by code and cure. */
export async function startService<Own extends Settings>(
  service: ServiceName,
  settings: Own,
  moduleOf: (configuration: Configured<Own>) => Type | DynamicModule,
  prepare?: (application: INestApplication) => void,
): Promise<void> {
  const log = new Log(service);
  const die = (words: string) => (error: unknown) => {
    log.failure(words, error);
    if (error instanceof CodedError) process.stderr.write(`${service}: ${error.message}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', die('the process ends at an error that nobody handled'));
  process.on('unhandledRejection', die('the process ends at an error that nobody handled'));
  try {
    const configuration = readConfiguration(settings, process.env);
    const { application } = await openService(
      service,
      configuration as unknown as ServiceConfiguration,
      moduleOf(configuration),
      prepare,
    );
    let ending: Promise<void> | undefined;
    const end = (): void => {
      ending ??= closeService(application).then(() => process.exit(0), die('the process did not end in good order'));
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
  } catch (error) {
    die('the service did not start')(error);
  }
}
