'use strict';

// What a program made with ws and docs/protocol.md can do with the real server.

const assert = require('node:assert/strict');
const { createHash, randomBytes, randomUUID } = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');
const WebSocket = require('ws');
const { LamplinkServer } = require('./lamplink-server');
const { LamplinkV1, writeChunk } = require('./lamplink-v1');
const { eventually } = require('./journal');

const CONTENT = randomBytes(3_000_000);
const DIGEST = createHash('sha256').update(CONTENT).digest('hex');

function temporary(t) {
  const folder = fs.mkdtempSync(path.join(require('node:os').tmpdir(), 'lamplink-peers-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function file(t) {
  const name = path.join(temporary(t), '大文件.bin');
  fs.writeFileSync(name, CONTENT);
  return name;
}

async function plain(server) {
  const socket = new WebSocket(server.url); // offers permessage-deflate by itself
  const texts = [];
  socket.on('message', (data) => texts.push(data.toString()));
  await once(socket, 'open');
  return { socket, texts };
}

async function lamplink(server) {
  const socket = new WebSocket(server.url, ['lamplink.v1']);
  const peer = new LamplinkV1(socket);
  await once(socket, 'open');
  return peer;
}

test('a plain client gets no extension and chats both ways', async (t) => {
  const server = await LamplinkServer.start(t, '--say', 'from the script');
  const { socket, texts } = await plain(server);
  assert.equal(socket.protocol, '');
  assert.equal(socket.extensions, '');
  await eventually('the text', () => texts.includes('from the script'));
  socket.send('你好 from ws');
  await server.event('chat', { text: '你好 from ws' });
  socket.close(1000, 'bye');
  const [code] = await once(socket, 'close');
  assert.equal(code, 1000);
  assert.equal((await server.event('disconnected')).code, 1000);
});

test('a message in fragments arrives whole, and a ping is answered between them', async (t) => {
  const server = await LamplinkServer.start(t);
  const { socket } = await plain(server);
  socket.send('in ', { fin: false });
  socket.ping('between');
  const [answer] = await once(socket, 'pong');
  assert.equal(answer.toString(), 'between');
  socket.send('three ', { fin: false });
  socket.send('pieces', { fin: true });
  await server.event('chat', { text: 'in three pieces' });
  socket.terminate();
});

test('the server pings, and a silent but living client stays', async (t) => {
  const server = await LamplinkServer.start(t);
  const { socket } = await plain(server);
  await once(socket, 'ping'); // ws answers by itself
  assert.equal(socket.readyState, WebSocket.OPEN);
  socket.terminate();
});

test('a client that vanishes is told as gone', async (t) => {
  const server = await LamplinkServer.start(t);
  const { socket } = await plain(server);
  await server.event('connected');
  socket.terminate();
  assert.equal((await server.event('disconnected')).code, 1006);
});

test('lamplink.v1 is agreed on, greeted and acknowledged', async (t) => {
  const server = await LamplinkServer.start(t, '--say', 'from the script');
  const peer = await lamplink(server);
  assert.equal(peer.socket.protocol, 'lamplink.v1');
  const hello = await peer.hello();
  assert.equal(typeof hello.name, 'string');
  await peer.until('CHAT', { text: 'from the script' });
  const id = peer.chat('多行\ntext "quoted" \u{1F680}');
  await peer.until('CHAT_ACK', { id });
  const heard = await server.event('chat');
  assert.equal(heard.text, '多行\ntext "quoted" \u{1F680}');
  assert.equal(heard.from, 'a Node script');
  peer.socket.close(1001);
  assert.equal((await once(peer.socket, 'close'))[0], 1001);
});

test('a file arrives whole, and never more than a window of it unacknowledged', async (t) => {
  const server = await LamplinkServer.start(t, '--send', file(t));
  const peer = await lamplink(server);
  await peer.hello();
  const received = await peer.receive(async (size) => {
    const unread = peer.heard.slice(peer.read).reduce((sum, each) => sum + (each.data ? each.data.length : 0), 0);
    assert.ok(unread <= 16 * 1024 * 1024, `${unread} bytes beyond ${size}`);
  });
  assert.equal(received.header.name, '大文件.bin');
  assert.deepEqual([received.size, received.sha256], [CONTENT.length, DIGEST]);
  assert.deepEqual([received.complete.size, received.complete.sha256], [CONTENT.length, DIGEST]);
  await server.event('transfer-complete', { direction: 'out', verified: true });
  peer.socket.close();
});

test('a file that is sent is saved and verified', async (t) => {
  const inbox = path.join(temporary(t), 'inbox');
  const server = await LamplinkServer.start(t, '--receive-to', inbox);
  const peer = await lamplink(server);
  await peer.hello();
  const transferId = randomUUID();
  peer.say('FILE_HEADER', { transferId, name: '../../up.bin', size: CONTENT.length, chunkSize: 250_000 });
  assert.equal((await peer.until('FILE_ACK', { transferId })).accepted, true);
  for (let offset = 0; offset < CONTENT.length; offset += 250_000) {
    peer.socket.send(writeChunk(transferId, offset, CONTENT.subarray(offset, offset + 250_000)));
  }
  peer.say('FILE_COMPLETE', { transferId, size: CONTENT.length, sha256: DIGEST });
  await peer.until('FILE_CHUNK_ACK', { transferId, written: CONTENT.length });
  assert.equal((await peer.until('FILE_VERIFIED', { transferId })).sha256, DIGEST);
  const saved = await server.event('transfer-complete', { direction: 'in', verified: true });
  assert.equal(path.dirname(saved.path), inbox);
  assert.ok(fs.readFileSync(saved.path).equals(CONTENT));
  peer.socket.close();
});

test('what makes no sense closes the link with 4400, and others stay', async (t) => {
  const server = await LamplinkServer.start(t);
  const other = await lamplink(server);
  await other.hello();
  for (const nonsense of ['no JSON', '{"type":"CHAT","id":"1"}', '{"type":"HELLO","type":"HELLO"}', '[]']) {
    const peer = await lamplink(server);
    await peer.hello();
    peer.socket.send(nonsense);
    assert.equal((await once(peer.socket, 'close'))[0], 4400, nonsense);
  }
  await other.until('CHAT_ACK', { id: other.chat('still here') });
  other.socket.close();
});

test('a frame with a reserved bit closes the link with 1002', async (t) => {
  const server = await LamplinkServer.start(t);
  const { socket } = await plain(server);
  socket._socket.write(Buffer.from([0xc1, 0x80, 1, 2, 3, 4]));
  assert.equal((await once(socket, 'close'))[0], 1002);
});
