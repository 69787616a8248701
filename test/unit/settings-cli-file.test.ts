import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';

import { FileError, writeWhole } from '../../src/cli/write-whole.js';
import { readSettings } from '../../src/server/index.js';
import { runTool, startOther, startTenant, temporaryFolder } from './settings-cli-set-up.js';

describe('the file named by --out', { concurrency: 2 }, () => {
  it('is written instead of standard output, with nothing beside it', async (t) => {
    const [{ origin }, folder] = [await startTenant(t), await temporaryFolder(t)];
    const file = join(folder, 'settings.json');
    const { code, out, err } = await runTool(['settings', '--endpoint', origin, '--out', file]);
    assert.deepEqual([code, out], [0, '']);
    assert.ok(err.endsWith(`Written to ${file}.\n`));
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), await readSettings(origin));
    assert.deepEqual(await readdir(folder), ['settings.json']);
  });

  it('can be embedded in a page: no text of the tenant closes its <script>', async (t) => {
    const deleteAccountUrl = 'https://app.example/</script><script>alert(1)</script><!--';
    const { origin } = await startTenant(t, { deleteAccountUrl });
    const { code, out } = await runTool(['settings', '--endpoint', origin]);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /</);
    assert.deepEqual(JSON.parse(out), await readSettings(origin));
    assert.match(out, /u003c\/script>/);
  });

  it('an existing file is replaced', async (t) => {
    const [{ origin }, folder] = [await startTenant(t), await temporaryFolder(t)];
    const file = join(folder, 'settings.json');
    await writeFile(file, 'x'.repeat(100_000));
    assert.equal((await runTool(['settings', '-e', origin, '-o', file])).code, 0);
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), await readSettings(origin));
  });

  it('is unchanged if the settings cannot be read', async (t) => {
    const folder = await temporaryFolder(t);
    const file = join(folder, 'settings.json');
    await writeFile(file, 'old');
    const origin = await startOther(t, (_, response) => response.writeHead(500).end());
    const { origin: disabled } = await startTenant(t, { enabled: false });
    for (const endpoint of [origin, disabled])
      assert.equal((await runTool(['settings', '--endpoint', endpoint, '--out', file])).code, 1);
    assert.equal(await readFile(file, 'utf8'), 'old');
    assert.deepEqual(await readdir(folder), ['settings.json']);
  });

  it('is not written to a missing folder, which is reported, and the command exits with 1', async (t) => {
    const [{ origin }, folder] = [await startTenant(t), await temporaryFolder(t)];
    const file = join(folder, 'public', 'settings.json');
    const { code, out, err } = await runTool(['settings', '--endpoint', origin, '--out', file]);
    assert.deepEqual([code, out], [1, '']);
    assert.ok(
      err.endsWith(`There is no folder ${join(folder, 'public')}. Make it first: this writes files only.\n`),
      err,
    );
    assert.deepEqual(await readdir(folder), []);
  });
});

describe('atomic file writes', () => {
  const failure = (t: TestContext, file: string, message: RegExp) =>
    t.test(file, () =>
      assert.rejects(
        () => writeWhole(file, 'new'),
        (error) => error instanceof FileError && message.test(error.message),
      ),
    );

  it('show the old or the new text to readers, and never a part of it', async (t) => {
    const file = join(await temporaryFolder(t), 'settings.json');
    const texts = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
    await writeWhole(file, texts[0]!);
    let isDone = false;
    const seen = new Set<string>();
    const reading = (async () => {
      while (!isDone) seen.add(await readFile(file, 'utf8'));
    })();
    for (let round = 0; round < 20; round += 1) await writeWhole(file, texts[round % 2]!);
    isDone = true;
    await reading;
    assert.ok([...seen].every((text) => texts.includes(text)));
  });

  it('leave nothing behind after a failure', async (t) => {
    const folder = await temporaryFolder(t);
    await mkdir(join(folder, 'settings.json'));
    await failure(t, join(folder, 'settings.json'), /is a folder\. Name a file in it\.$/);
    await writeFile(join(folder, 'file'), 'old');
    await failure(t, join(folder, 'file', 'settings.json'), /file is not a folder\.$/);
    await failure(t, join(folder, `${'x'.repeat(300)}.json`), /was not written: ENAMETOOLONG/);
    const half = writeWhole(join(folder, 'file'), Symbol('no text') as never); // fails when the draft is there already
    await assert.rejects(half, FileError);
    assert.deepEqual((await readdir(folder)).sort(), ['file', 'settings.json']);
    assert.equal(await readFile(join(folder, 'file'), 'utf8'), 'old');
  });

  it('do not replace a device with a file', { skip: process.platform === 'win32' }, async (t) => {
    await failure(t, '/dev/null', /is not a file\. Leave --out out to write to standard output\.$/);
    assert.ok((await stat('/dev/null')).isCharacterDevice());
  });

  it('follow a symbolic link', { skip: process.platform === 'win32' }, async (t) => {
    const folder = await temporaryFolder(t);
    await writeFile(join(folder, 'there.json'), 'old');
    await symlink('there.json', join(folder, 'link.json'));
    await writeWhole(join(folder, 'link.json'), 'new');
    assert.equal(await readFile(join(folder, 'there.json'), 'utf8'), 'new');
    assert.deepEqual((await readdir(folder)).sort(), ['link.json', 'there.json']);
  });
});
