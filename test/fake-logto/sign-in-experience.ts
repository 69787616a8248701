import { profileFieldCatalogue } from './profile-field-catalogue.js';
import type { SignInExperience } from './tenant-types.js';

const icon = (shape: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${shape}</svg>`)}`;

const socialConnector = (
  id: string,
  target: string,
  name: string,
  logo: string,
  { logoDark = null, chinese = name }: { logoDark?: string | null; chinese?: string } = {},
) => ({
  id,
  target,
  name: { en: name, 'zh-CN': chinese, 'tr-TR': name, ko: name },
  logo,
  logoDark,
  platform: 'Universal',
  isTokenStorageSupported: true,
});

/** The sign-in settings of a default tenant. */
export const defaultSignInExperience = (): SignInExperience => ({
  tenantId: 'default',
  id: 'default',
  color: {
    primaryColor: '#6139F6',
    isDarkModeEnabled: false,
    darkPrimaryColor: '#8768F8',
  },
  branding: {
    logoUrl: 'http://localhost:3001/favicon.ico',
  },
  hideLogtoBranding: false,
  languageInfo: {
    autoDetect: true,
    fallbackLanguage: 'en',
  },
  termsOfUseUrl: 'http://localhost:5173/terms',
  privacyPolicyUrl: 'http://localhost:5173/privacy',
  agreeToTermsPolicy: 'Automatic',
  signIn: {
    methods: [
      {
        identifier: 'username',
        password: true,
        verificationCode: false,
        isPasswordPrimary: true,
      },
      {
        identifier: 'email',
        password: true,
        verificationCode: true,
        isPasswordPrimary: true,
      },
      {
        identifier: 'phone',
        password: true,
        verificationCode: true,
        isPasswordPrimary: true,
      },
    ],
  },
  signUp: {
    identifiers: ['username'],
    password: true,
    verify: false,
  },
  socialSignIn: {},
  socialSignInConnectorTargets: ['mock-social', 'github', 'google'],
  signInMode: 'SignInAndRegister',
  customCss: null,
  customContent: {},
  customUiAssets: null,
  customUiCsp: {},
  passwordPolicy: {
    length: {
      min: 8,
      max: 256,
    },
    characterTypes: {
      min: 2,
    },
    rejects: {
      pwned: false,
      repetitionAndSequence: true,
      userInfo: true,
      words: ['logto'],
    },
  },
  mfa: {
    factors: ['Totp', 'WebAuthn', 'BackupCode'],
    policy: 'UserControlled',
  },
  adaptiveMfa: {
    enabled: false,
  },
  singleSignOnEnabled: false,
  supportEmail: 'help@example.com',
  supportWebsiteUrl: null,
  unknownSessionRedirectUrl: null,
  captchaPolicy: {},
  sentinelPolicy: {},
  verificationCodePolicy: {},
  passkeySignIn: {},
  signUpProfileFields: null,
  passwordExpiration: {},
  usernamePolicy: {
    caseSensitive: true,
    minLength: 1,
    maxLength: 128,
    allowedChars: {
      lowercase: true,
      uppercase: true,
      numbers: true,
      underscore: true,
    },
  },
  socialConnectors: [
    socialConnector(
      'udaxsoz680xc',
      'mock-social',
      'Mock Social',
      icon('<circle cx="12" cy="12" r="10" fill="#6139f6"/>'),
      {
        chinese: 'Mock 社交登录',
      },
    ),
    socialConnector('0ffoz13j70sg', 'github', 'GitHub', icon('<circle cx="12" cy="12" r="10" fill="#24292f"/>'), {
      logoDark: icon('<circle cx="12" cy="12" r="10" fill="#fff"/>'),
    }),
    socialConnector('6vk4jv92jsu1', 'google', 'Google', icon('<path d="M12 2l10 18H2z" fill="#4285f4"/>')),
  ],
  ssoConnectors: [],
  forgotPassword: {
    phone: false,
    email: false,
  },
  isDevelopmentTenant: false,
  googleOneTap: {
    clientId: 'g-id',
    connectorId: '6vk4jv92jsu1',
  },
  customProfileFields: profileFieldCatalogue(),
  customProfileFieldCatalog: profileFieldCatalogue(),
});
