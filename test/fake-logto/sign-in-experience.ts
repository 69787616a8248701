import { profileFieldCatalogue } from './profile-field-catalogue.js';
import type { SignInExperience } from './tenant-types.js';

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
    {
      id: 'udaxsoz680xc',
      target: 'mock-social',
      name: {
        en: 'Mock Social',
        'zh-CN': 'Mock 社交登录',
        ko: 'Mock Social',
        'tr-TR': 'Mock Social',
      },
      logo: 'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%2024%2024%22%3E%3Ccircle%20cx=%2212%22%20cy=%2212%22%20r=%2210%22%20fill=%22%236139f6%22/%3E%3C/svg%3E',
      logoDark: null,
      platform: 'Universal',
      isTokenStorageSupported: true,
    },
    {
      id: '0ffoz13j70sg',
      target: 'github',
      name: {
        en: 'GitHub',
        'zh-CN': 'GitHub',
        'tr-TR': 'GitHub',
        ko: 'GitHub',
      },
      logo: 'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%2024%2024%22%3E%3Crect%20x=%222%22%20y=%222%22%20width=%2220%22%20height=%2220%22%20rx=%224%22%20fill=%22%2324292f%22/%3E%3C/svg%3E',
      logoDark:
        'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%2024%2024%22%3E%3Crect%20x=%222%22%20y=%222%22%20width=%2220%22%20height=%2220%22%20rx=%224%22%20fill=%22%23fff%22/%3E%3C/svg%3E',
      platform: 'Universal',
      isTokenStorageSupported: true,
    },
    {
      id: '6vk4jv92jsu1',
      target: 'google',
      name: {
        en: 'Google',
        'zh-CN': 'Google',
        'tr-TR': 'Google',
        ko: 'Google',
      },
      logo: 'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%2024%2024%22%3E%3Cpath%20d=%22M12%202l10%2018H2z%22%20fill=%22%234285f4%22/%3E%3C/svg%3E',
      logoDark: null,
      platform: 'Universal',
      isTokenStorageSupported: true,
    },
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
