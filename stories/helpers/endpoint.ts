/** Where the stand-in answers. The address is nobody's, so what it does not answer goes nowhere. */
export const endpoint = 'https://tenant.logto.example';
