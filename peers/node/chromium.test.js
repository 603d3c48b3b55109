'use strict';

// What a web page can do with the real server: nothing, unless the server's user has listed its origin.

const assert = require('node:assert/strict');
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
