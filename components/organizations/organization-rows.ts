import type { Invitation, Organization } from '../../src/api/organizations.js';
import { calendarDate } from '../../src/localize/calendar-date.js';
import type { Localizer } from '../../src/localize/localizer.js';
import type { organizationMessages } from '../../src/localize/messages/en/organizations.js';
import { mailIcon } from '../../src/look/icons.js';
import { emptyRow, type OpeningAction, type Opened, type Row } from '../../src/rows/row.js';
import type { Memberships } from './memberships.js';

const buildingIcon = 'M5 20.5V4.5h9v16M14 9.5h5v11M3 20.5h18M8 8.5h3M8 12h3M8 15.5h3';

export type OrganizationMessageKey = keyof typeof organizationMessages;
type OrganizationLocalizer = Localizer<OrganizationMessageKey>;

/** What the rows are made from. */
interface OrganizationView extends Memberships {
  localize: OrganizationLocalizer;
  canEdit: boolean;
  leave: (organization: Organization) => Opened;
  reply: (invitation: Invitation, reply: 'accept' | 'decline') => Opened;
}

/** Invitations first: they wait for an answer. */
export function organizationRows(view: OrganizationView): Row[] {
  const { localize, organizations, invitations } = view;
  const rows = [
    ...invitations.map((invitation) => invitationRow(view, invitation)),
    ...organizations.map((organization) => organizationRow(view, organization)),
  ];
  if (rows.length > 0) return rows;
  return [emptyRow(buildingIcon, localize.text('organizations.none'))];
}

function organizationRow({ localize, canEdit, canLeave, leave }: OrganizationView, organization: Organization): Row {
  const { id, name } = organization;
  const action = {
    part: 'remove',
    text: localize.text('organizations.leave'),
    label: localize.text('organizations.leaveNamed', { name }),
    open: () => leave(organization),
  };
  return {
    key: `organization ${id}`,
    label: name,
    icon: buildingIcon,
    value: rolesOf(organization, localize) || localize.text('organizations.member'),
    actions: canEdit && canLeave ? [action] : [],
  };
}

function invitationRow({ localize, canEdit, reply }: OrganizationView, invitation: Invitation): Row {
  const name = nameOf(invitation, localize);
  const action = (answer: 'accept' | 'decline'): Omit<OpeningAction, 'part'> => ({
    text: localize.text(`organizations.${answer}`),
    label: localize.text(`organizations.${answer}Named`, { name }),
    open: () => reply(invitation, answer),
  });
  return {
    key: `invitation ${invitation.id}`,
    label: name,
    icon: mailIcon,
    value: localize.text('organizations.invited', { date: calendarDate(invitation.expiresAt, localize.lang) }),
    hint: rolesOf(invitation, localize),
    actions: canEdit
      ? [
          { part: 'add', ...action('accept'), task: '' },
          { part: 'remove', ...action('decline') },
        ]
      : [],
  };
}

export const nameOf = ({ organization }: Invitation, localize: OrganizationLocalizer): string =>
  organization.name ?? localize.text('organizations.unnamed');

const rolesOf = ({ roles }: Pick<Organization, 'roles'>, { lang }: OrganizationLocalizer): string =>
  new Intl.ListFormat(lang, { type: 'unit', style: 'short' }).format(roles.map(({ name }) => name));
