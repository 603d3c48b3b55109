'use strict';

// Clients of different makers at once, by wss, in the room of the real server.

const assert = require('node:assert/strict');
const { createHash, randomBytes } = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const WebSocket = require('ws');
const { PageServer } = require('./chromium');
const { trusting } = require('./fingerprint');
const { LamplinkServer } = require('./lamplink-server');
const { LamplinkV1 } = require('./lamplink-v1');

const CONTENT = randomBytes(700_000);
const DIGEST = createHash('sha256').update(CONTENT).digest('hex');

function file(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lamplink-peers-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const name = path.join(folder, 'for all.bin');
  fs.writeFileSync(name, CONTENT);
  return name;
}

/** A client by wss, which goes on only with that server. */
async function encrypted(server, trusted = server.fingerprint) {
  const socket = new WebSocket(server.encryptedUrl, ['lamplink.v1'], await trusting(server.port, trusted));
  const peer = new LamplinkV1(socket);
  await once(socket, 'open');
  return peer;
}

test('a client that was told the fingerprint chats encrypted', async (t) => {
  const server = await LamplinkServer.start(t, '--say', 'from the script');
  const peer = await encrypted(server);
  assert.equal(peer.socket.protocol, 'lamplink.v1');
  await peer.hello();
  await peer.until('CHAT', { text: 'from the script' });
  await peer.until('CHAT_ACK', { id: peer.chat('你好') });
  assert.equal((await server.event('connected')).encrypted, true);
  await server.event('chat', { text: '你好' });
  peer.socket.close();
});

test('nothing is said to another server than the trusted one', async (t) => {
  const server = await LamplinkServer.start(t);
  const other = await LamplinkServer.start(t);
  await assert.rejects(encrypted(other, server.fingerprint), /another server/);
  const socket = new WebSocket(other.encryptedUrl, await trusting(server.port, server.fingerprint));
  const [error] = await once(socket, 'error');
  assert.match(error.code, /CERT/);
  assert.deepEqual(other.all('connected'), []);
});

test('a program and a page talk by name, and each takes the pushed file', async (t) => {
  const page = await PageServer.start(t);
  const server = await LamplinkServer.start(t, '--allow-origin', page.origin, '--send', file(t));
  const peer = await encrypted(server);
  await peer.hello('a web page', ['chat', 'files', 'room']);
  const taken = await peer.receive();
  assert.deepEqual([taken.size, taken.sha256], [CONTENT.length, DIGEST]);
  const asked = { scheme: 'wss', port: server.port, dialect: 'lamplink.v1', say: '大家好', await: 'welcome', file: '1' };
  const visit = page.visit(t, asked, server.fingerprint);
  assert.equal((await peer.until('CHAT', { text: '大家好' })).from, 'a web page (2)');
  peer.chat('for the server', { direct: true });
  peer.chat('welcome');
  const seen = await visit;
  assert.deepEqual([seen.texts, seen.writers], [['Welcome, a web page (2)!', 'welcome'], ['', 'a web page']]);
  assert.deepEqual([seen.you, seen.here.sort()], ['a web page (2)', ['a web page', 'a web page (2)']]);
  assert.deepEqual([seen.size, seen.digest], [CONTENT.length, DIGEST]);
  assert.deepEqual([seen.code, seen.clean], [1000, true]);
  assert.equal((await server.event('connected', { peer: 'a web page (2)' })).encrypted, true);
  assert.equal((await server.event('chat', { text: 'for the server' })).direct, true);
  for (const name of ['a web page', 'a web page (2)']) {
    await server.event('transfer-complete', { peer: name, direction: 'out', verified: true });
  }
  peer.socket.close();
});

test('a page gets nowhere by wss if its browser was told another key, or its origin is not listed', async (t) => {
  const page = await PageServer.start(t);
  const listed = await LamplinkServer.start(t, '--allow-origin', page.origin);
  const unlisted = await LamplinkServer.start(t);
  for (const [server, trusted] of [[listed, unlisted.fingerprint], [unlisted, unlisted.fingerprint]]) {
    const seen = await page.visit(t, { scheme: 'wss', port: server.port, say: 'from a page' }, trusted);
    assert.deepEqual([seen.opened, seen.code], [false, 1006]);
    assert.deepEqual(server.all('connected'), []);
  }
});
