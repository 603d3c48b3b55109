'use strict';

// The real server in a process of its own, and the events that it prints.

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const readline = require('node:readline');
const { eventually } = require('./journal');

class LamplinkServer {
  /** Starts `./lamplink server --headless` on a free port of 127.0.0.1; it ends with the test. */
  static async start(test, ...args) {
    const server = new LamplinkServer(args);
    test.after(() => server.stop());
    Object.assign(server, await server.listening());
    return server;
  }

  constructor(args) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lamplink-peers-'));
    this.events = [];
    this.process = spawn(process.env.LAMPLINK, ['server', '--headless', '--port', '0', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, XDG_DATA_HOME: this.folder, XDG_CONFIG_HOME: this.folder },
    });
    readline
      .createInterface({ input: this.process.stdout })
      .on('line', (line) => this.events.push(JSON.parse(line)));
  }

  async listening() {
    const { port, fingerprint } = await this.event('listening');
    return { port, fingerprint: Buffer.from(fingerprint, 'hex') };
  }

  get url() {
    return `ws://127.0.0.1:${this.port}/`;
  }

  get encryptedUrl() {
    return `wss://127.0.0.1:${this.port}/`;
  }

  all(name) {
    return this.events.filter((event) => event.event === name);
  }

  /** The first event of that name with these fields, now or later. */
  event(name, fields = {}) {
    const wanted = (event) => Object.entries(fields).every(([key, value]) => event[key] === value);
    return eventually(`${name} ${JSON.stringify(fields)} in ${this.folder}`, () => this.all(name).find(wanted));
  }

  async stop() {
    if (this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await ended;
    }
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

module.exports = { LamplinkServer };
