import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { sessionRows, type SessionView } from '../../components/sessions/session-rows.js';
import { othersOf } from '../../src/state/end-sessions.js';
import type { AccountSession } from '../../src/api/sessions.js';
import { commonMessages } from '../../src/localize/messages/en/common.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { sessionMessages } from '../../src/localize/messages/en/sessions.js';
import { formatMessage } from '../../src/localize/format-message.js';

const messages = { ...commonMessages, ...deviceMessages, ...sessionMessages };

const aSession = (uid: string, loginTs?: number, isCurrent = false): AccountSession => ({
  payload: { uid, ...(loginTs !== undefined && { loginTs }) },
  isCurrent,
});

const rowsOf = (sessions: AccountSession[], view: Partial<SessionView> = {}) =>
  sessionRows({
    localize: {
      lang: 'en',
      isReady: true,
      codeText: () => undefined,
      text: (key, values) => formatMessage(messages[key], 'en', values),
    },
    sessions,
    iconOf: () => '',
    nameOf: ({ payload }) => payload.uid,
    errorOf: () => undefined,
    canEdit: true,
    end: () => undefined,
    endOthers: () => undefined,
    ...view,
  });

const labelsOf = (sessions: AccountSession[]) => rowsOf(sessions).map(({ label }) => label);

describe('the order of sessions', () => {
  it('is this one, then the others, newest first', () => {
    const sessions = [aSession('old', 10), aSession('here', 5, true), aSession('new', 30), aSession('middle', 20)];
    assert.deepEqual(labelsOf(sessions), ['here', 'new', 'middle', 'old', 'Everywhere else']);
  });

  it('puts sessions with an unknown start last', () => {
    assert.deepEqual(labelsOf([aSession('unknown'), aSession('old', 1), aSession('here', 0, true)]), [
      'here',
      'old',
      'unknown',
      'Everywhere else',
    ]);
  });

  it('sorting does not change the list itself', () => {
    const sessions = [aSession('old', 10), aSession('new', 30)];
    rowsOf(sessions);
    assert.deepEqual(
      sessions.map(({ payload }) => payload.uid),
      ['old', 'new'],
    );
  });

  it('keeps Logto’s order if sessions started at the same time', () => {
    const sessions = ['a', 'b', 'c', 'd'].map((uid) => aSession(uid, 7));
    assert.deepEqual(labelsOf(sessions), ['a', 'b', 'c', 'd']);
  });
});

describe('the buttons to end sessions', () => {
  it('end each session but this one, or all others at once', () => {
    const ended: string[] = [];
    const end = ({ payload }: AccountSession) => void ended.push(payload.uid);
    const endOthers = () => void ended.push('others');
    const rows = rowsOf([aSession('here', 9, true), aSession('a', 8), aSession('b', 7)], { end, endOthers });
    for (const { actions } of rows) for (const { open } of actions) void open?.();
    assert.deepEqual(ended, ['a', 'b', 'others']);
    assert.deepEqual(
      rows.map(({ actions }) => actions.map(({ label }) => label)),
      [[], ['Sign out a'], ['Sign out b'], ['Sign out everywhere else']],
    );
  });

  it('are replaced with “No other active sessions” if this is the only one, read-only or not', () => {
    for (const canEdit of [true, false]) {
      const values = rowsOf([aSession('here', 9, true)], { canEdit }).map(({ value }) => value);
      assert.deepEqual(values.at(-1), 'No other active sessions');
    }
  });

  it('the buttons are hidden if sessions are read-only', () => {
    const rows = rowsOf([aSession('here', 9, true), aSession('a', 8)], { canEdit: false });
    assert.deepEqual(
      rows.map(({ actions }) => actions),
      [[], []],
    );
  });

  it('do not include “Everywhere else” if the current session is unknown', () => {
    assert.deepEqual(labelsOf([aSession('a', 2), aSession('b', 1)]), ['a', 'b']);
    assert.deepEqual(labelsOf([aSession('here', 2, true)]), ['here', 'Everywhere else']);
    assert.deepEqual(labelsOf([]), ['No sign-ins to show.']);
  });

  it('end the same sessions as “Everywhere else”', () => {
    const here = aSession('here', 1, true);
    const other = aSession('other', 1);
    assert.deepEqual(othersOf([here, other]), [other]);
  });
});
