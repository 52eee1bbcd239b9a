import { Redis } from 'ioredis';
import pino from 'pino';
import { config } from '#lib/config/config.ts';
import { createApis } from './apis.ts';
import { createRival } from './create-rival.ts';
import { createRedisLimiters } from './limiters.ts';

/** The process of the rival. Its settings are those of the program, from the environment. */
const settings = config();
const log = pino({ base: { application: 'express', environment: settings.NOTIFY_ENVIRONMENT } });
const redis = new Redis(settings.REDIS_URL?.reveal() ?? '', { enableOfflineQueue: false });
redis.on('error', (error) => log.error({ err: error }, 'Redis fails'));

const limiters = createRedisLimiters(redis, settings);
const app = createRival({ settings, apis: createApis(settings), limiters, log });
const server = app.listen(settings.PORT, settings.HOST);
process.once('SIGTERM', () => server.close(() => process.exit()));
