/** What `<logto-social-links>` says. */
export const socialLinkMessages = {
  'socialLinks.heading': 'Social accounts',
  'socialLinks.notLinked': 'Not linked',
  'socialLinks.linked': 'Linked',
  'socialLinks.none': 'No linked social accounts.',
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
  'socialLinks.finish': '{provider} has confirmed your account. Link it to finish.',
  'socialLinks.cancelled': 'Linking {provider} was canceled.',
  'socialLinks.refused': '{provider} could not confirm your account. Try again.',
  'socialLinks.expired': 'Linking {provider} took too long. Try again.',
  'socialLinks.wrongState':
    'Linking {provider} was stopped for your safety, because the response was not meant for this page. Try again.',
  'socialLinks.interrupted': 'Linking {provider} was interrupted. Try again.',
  'socialLinks.stray':
    'A provider’s response could not be used. It was used before, or it belongs to another tab or account. Nothing was changed.',
};
