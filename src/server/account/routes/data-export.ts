import { listOf, getOwn } from '../../../untrusted.js';
import { invalid } from '../body.js';
import { dataParts, type DataPart } from '../capabilities.js';
import { hasList, isGone, isList, successOf, type Shape } from '../outcome.js';
import { answer, Problem } from '../problem.js';
import {
  publicAccount,
  publicFactor,
  publicGrant,
  publicIdentities,
  publicRoleOfUser,
  publicSession,
} from '../public-shapes.js';
import { ofVisitor, type Route, type Visit } from '../visit.js';
import { readOrganizations } from './organizations.js';
import { readTokens } from './personal-access-tokens.js';
import { pageOf, readSignIns } from './sign-in-history.js';

export const dataExportRoutes: Route[] = [
  {
    method: 'GET',
    path: '/data-export/:part',
    capability: 'dataExport',
    async handle(visit) {
      const part = dataParts.find((known) => known === visit.params.part);
      if (!part) throw invalid('part');
      if (!visit.capabilities.dataExport?.parts.includes(part)) throw new Problem('capability.off');
      const page = pageOf(visit);
      await visit.prove();
      return answer({ part, ...(await readers[part](visit, page)) });
    },
  },
];

/** As many as Logto gives at once. */
const pageSize = 100;

interface Read {
  data: unknown;
  nextPage?: number | null;
}

const readers: Record<DataPart, (visit: Visit, page: number) => Promise<Read>> = {
  account: async ({ management, visitor, signal }) => ({
    data: publicAccount(await management.user(visitor.id, signal)),
  }),
  identities: async (visit) => ({ data: publicIdentities(await read(visit, ['all-identities'], hasIdentities)) }),
  factors: async (visit) => ({ data: listOf(await read(visit, ['mfa-verifications'], isList)).map(publicFactor) }),
  sessions: async (visit) => ({
    data: listOf(getOwn(await read(visit, ['sessions'], hasList('sessions')), 'sessions')).map(publicSession),
  }),
  grants: async (visit) => ({
    data: listOf(getOwn(await read(visit, ['grants'], hasList('grants')), 'grants')).map(publicGrant),
  }),
  roles: readRoles,
  organizations: async (visit) => ({ data: await readOrganizations(visit) }),
  'personal-access-tokens': async (visit) => ({ data: await readTokens(visit) }),
  'sign-in-history': async (visit, page) => {
    const { signIns, nextPage } = await readSignIns(visit, page, pageSize);
    return { data: signIns, nextPage };
  },
};

const read = async (visit: Visit, path: string[], isRight: Shape) =>
  successOf(await ofVisitor(visit, 'GET', path), isRight, isGone);

const hasIdentities: Shape = (answered) => hasList('socialIdentities')(answered) && hasList('ssoIdentities')(answered);

async function readRoles(visit: Visit, page: number): Promise<Read> {
  const query = { page: String(page), page_size: String(pageSize) };
  const answered = await ofVisitor(visit, 'GET', ['roles'], { query });
  const data = listOf(successOf(answered, isList, isGone)).map(publicRoleOfUser);
  const isLast = page * pageSize >= (Number(answered.headers.get('total-number')) || 0);
  return { data, nextPage: isLast ? null : page + 1 };
}
