'use strict';

// What a web page can do with the real server: nothing, unless the server's user has listed its origin.

const assert = require('node:assert/strict');
const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { PageServer } = require('./chromium');
const { LamplinkServer } = require('./lamplink-server');

test('a web page is refused', async (t) => {
  const server = await LamplinkServer.start(t);
  const page = await PageServer.start(t);
  for (const dialect of ['', 'lamplink.v1']) {
    const seen = await page.visit(t, { port: server.port, dialect, say: 'from a page' });
    assert.equal(seen.opened, false, dialect);
    assert.equal(seen.code, 1006, dialect);
  }
  assert.deepEqual(server.all('connected'), []);
  assert.deepEqual(server.all('chat'), []);
});

test('a page of a listed origin chats, as any plain client', async (t) => {
  const page = await PageServer.start(t);
  const server = await LamplinkServer.start(t, '--allow-origin', page.origin, '--say', 'for the page\n二');
  const seen = await page.visit(t, { port: server.port, say: '你好 from a page', await: 'for the page\n二' });
  assert.deepEqual([seen.opened, seen.protocol, seen.extensions], [true, '', '']);
  assert.deepEqual([seen.code, seen.clean], [1000, true]);
  await server.event('chat', { text: '你好 from a page' });
  assert.equal((await server.event('disconnected')).code, 1000);
});

test('a page of a listed origin speaks lamplink.v1 and takes a file', async (t) => {
  const content = randomBytes(700_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lamplink-peers-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.writeFileSync(path.join(folder, 'for a page.bin'), content);
  const page = await PageServer.start(t);
  const send = path.join(folder, 'for a page.bin');
  const server = await LamplinkServer.start(t, '--allow-origin', page.origin, '--say', 'take this', '--send', send);
  const asked = { port: server.port, dialect: 'lamplink.v1', say: 'from a page', await: 'take this', file: '1' };
  const seen = await page.visit(t, asked);
  assert.equal(seen.protocol, 'lamplink.v1');
  assert.deepEqual([seen.size, seen.digest], [content.length, createHash('sha256').update(content).digest('hex')]);
  assert.deepEqual([seen.code, seen.clean], [1000, true]);
  assert.equal((await server.event('chat', { text: 'from a page' })).from, 'a web page');
  await server.event('transfer-complete', { direction: 'out', verified: true });
});

test('a page of another origin than the listed one is refused', async (t) => {
  const server = await LamplinkServer.start(t, '--allow-origin', 'http://127.0.0.1:1');
  const page = await PageServer.start(t);
  const seen = await page.visit(t, { port: server.port, say: 'from a page' });
  assert.deepEqual([seen.opened, seen.code], [false, 1006]);
});
