'use strict';

// A page of our own origin, opened in a real Chromium without a window; and what the page tells.

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { eventually } = require('./journal');

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

class PageServer {
  /** Serves page.html on a free port of 127.0.0.1 until the test ends. */
  static async start(test) {
    const page = new PageServer();
    page.http.listen(0, '127.0.0.1');
    await once(page.http, 'listening');
    test.after(() => page.http.close());
    return page;
  }

  constructor() {
    this.http = http.createServer((request, response) => this.answer(request, response));
  }

  get origin() {
    return `http://127.0.0.1:${this.http.address().port}`;
  }

  answer(request, response) {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (piece) => (body += piece));
      request.on('end', () => {
        this.report = JSON.parse(body);
        response.end();
      });
    } else if (new URL(request.url, this.origin).pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Connection', 'close');
      fs.createReadStream(path.join(__dirname, 'page.html')).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  }

  /**
   * Opens the page with these parameters; answers with what it tells after its connection has ended.
   * The browser takes a server with the key `trusted`, a fingerprint, whoever has signed its certificate.
   */
  async visit(test, parameters, trusted) {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'lamplink-chromium-'));
    const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : []; // Chromium refuses to be root with one
    const trust = trusted ? [`--ignore-certificate-errors-spki-list=${trusted.toString('base64')}`] : [];
    const address = `${this.origin}/?${new URLSearchParams(parameters)}`;
    this.report = undefined;
    const log = fs.openSync(path.join(profile, 'log'), 'w');
    const browser = spawn('chromium', [...FLAGS, ...sandbox, ...trust, `--user-data-dir=${profile}`, address], {
      stdio: ['ignore', log, log],
      detached: true, // a process group of its own, so that all of it can be ended
    });
    test.after(() => end(browser, profile));
    return eventually(`what the page at ${address} has to tell`, () => this.report);
  }
}

async function end(browser, profile) {
  if (browser.exitCode === null) {
    const ended = once(browser, 'exit');
    process.kill(-browser.pid, 'SIGKILL');
    await ended;
  }
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

module.exports = { PageServer };
