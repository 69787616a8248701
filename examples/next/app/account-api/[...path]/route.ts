import { accountHandler } from 'logto-account-elements/server';

const handler = accountHandler({
  endpoint: process.env.NEXT_PUBLIC_LOGTO_ENDPOINT!,
  appId: process.env.NEXT_PUBLIC_LOGTO_APP_ID!,
  management: { appId: process.env.LOGTO_M2M_APP_ID!, appSecret: process.env.LOGTO_M2M_APP_SECRET! },
  enable: {
    deleteAccount: true,
    personalAccessTokens: { maxDays: 365 },
    organizations: true,
    signInHistory: true,
    dataExport: true,
  },
});

export { handler as GET, handler as POST, handler as PATCH, handler as DELETE, handler as OPTIONS };
