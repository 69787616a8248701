import { settingsHandler } from 'logto-account-elements/server';

export const GET = settingsHandler({ endpoint: process.env.NEXT_PUBLIC_LOGTO_ENDPOINT! });
