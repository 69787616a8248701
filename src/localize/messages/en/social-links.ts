/** What `<logto-social-links>` says. */
export const socialLinkMessages = {
  'socialLinks.heading': 'Social accounts',
  'socialLinks.notLinked': 'Not linked',
  'socialLinks.linked': 'Linked',
  'socialLinks.none': 'No social account is linked.',
  'socialLinks.link': 'Link',
  'socialLinks.linkLabel': 'Link {provider}',
  'socialLinks.replaceLabel': 'Replace the {provider} account',
  'socialLinks.unlink': 'Unlink',
  'socialLinks.unlinkLabel': 'Unlink {provider}',
  'socialLinks.confirmUnlink': 'Unlink {provider}? You will no longer be able to sign in with it.',
  'socialLinks.unlinking': 'Unlinking…',
  'socialLinks.linking': 'Linking…',
  'socialLinks.nowLinked': '{provider} is linked.',
  'socialLinks.nowUnlinked': '{provider} is no longer linked.',
  'socialLinks.finish': '{provider} has confirmed your account. Only linking is left.',
  'socialLinks.cancelled': '{provider} was not linked: it was cancelled there.',
  'socialLinks.refused': '{provider} could not confirm your account. Try again.',
  'socialLinks.expired': 'Linking {provider} took too long. Try again.',
  'socialLinks.wrongState':
    'Linking {provider} was stopped for your safety: the answer did not belong to this page. Try again.',
  'socialLinks.interrupted': '{provider} was not linked: it was interrupted on the way back. Try again.',
  'socialLinks.stray':
    'The answer of a provider could not be used: it was used before, or it belongs to another tab or account. Nothing was changed.',
};
