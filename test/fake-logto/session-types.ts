/** A sign-in in some browser, in the shape in which the API tells it (without `isCurrent`). */
export interface Session {
  payload: {
    exp: number;
    iat: number;
    jti: string;
    uid: string;
    kind: 'Session';
    loginTs: number;
    accountId: string;
    /** Missing as long as no application has been let in. */
    authorizations?: Record<string, { sid: string; grantId: string; persistsLogout?: boolean }>;
  };
  /** How the person signed in, when Logto still knows. */
  lastSubmission: {
    interactionEvent: 'SignIn' | 'Register' | 'ForgotPassword';
    userId: string;
    verificationRecords: { id: string; type: string; [more: string]: unknown }[];
    signInContext?: SignInContext;
  } | null;
  clientId: string;
  accountId: string;
  expiresAt: number;
}

/** Where a sign-in came from. The country is a code, and only Logto Cloud knows it and the city. */
export interface SignInContext {
  ip?: string;
  userAgent?: string;
  country?: string;
  city?: string;
}

/** A grant of an application, as the API returns it (without `application`). */
export interface Grant {
  id: string;
  payload: {
    exp: number;
    iat: number;
    jti: string;
    kind: 'Grant';
    clientId: string;
    accountId: string;
    openid: { scope: string };
  };
  expiresAt: number;
}
