'use strict';

// lamplink.v1 by docs/protocol.md and nothing else, over a connection of ws.

const { createHash, randomUUID } = require('node:crypto');
const { eventually } = require('./journal');

const CHUNK_HEAD = 25;

class LamplinkV1 {
  constructor(socket) {
    this.socket = socket;
    this.heard = [];
    this.read = 0;
    socket.on('message', (data, isBinary) => this.take(isBinary ? readChunk(data) : JSON.parse(data)));
  }

  take(message) {
    this.heard.push(message);
    if (message.type === 'CHAT') {
      this.say('CHAT_ACK', { id: message.id });
    }
  }

  say(type, fields) {
    this.socket.send(JSON.stringify({ type, ...fields }));
  }

  hello(name = 'a Node script', capabilities = ['chat', 'files']) {
    this.say('HELLO', { name, version: '1', capabilities });
    return this.until('HELLO');
  }

  chat(text, fields = {}) {
    const id = randomUUID();
    this.say('CHAT', { id, text, time: new Date().toISOString(), ...fields });
    return id;
  }

  /** The next message. */
  async next() {
    await eventually('a message', () => this.heard.length > this.read);
    return this.heard[this.read++];
  }

  /** The next message of that type with these fields; what comes before it is passed over. */
  async until(type, fields = {}) {
    for (;;) {
      const message = await this.next();
      if (message.type === type && Object.entries(fields).every(([key, value]) => message[key] === value)) {
        return message;
      }
    }
  }

  /** Takes the next file that is offered; `written` is called for each chunk before it is acknowledged. */
  async receive(written = async () => {}) {
    const header = await this.until('FILE_HEADER');
    const transferId = header.transferId;
    this.say('FILE_ACK', { transferId, accepted: true, offset: 0 });
    const digest = createHash('sha256');
    let size = 0;
    for (;;) {
      const message = await this.next();
      if (message.type === 'FILE_COMPLETE') {
        const sha256 = digest.digest('hex');
        this.say('FILE_VERIFIED', { transferId, sha256 });
        return { header, complete: message, size, sha256 };
      }
      if (message.type === 'FILE_CHUNK') {
        if (message.transferId !== transferId || message.offset !== BigInt(size)) {
          throw new Error(`a chunk of ${message.transferId} at ${message.offset} instead of ${size}`);
        }
        digest.update(message.data);
        size += message.data.length;
        await written(size);
        this.say('FILE_CHUNK_ACK', { transferId, written: size });
      }
    }
  }
}

function readChunk(message) {
  if (message[0] !== 1) {
    throw new Error(`a binary message of kind ${message[0]}`);
  }
  return {
    type: 'FILE_CHUNK',
    transferId: message.toString('hex', 1, 17).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
    offset: message.readBigInt64BE(17),
    data: message.subarray(CHUNK_HEAD),
  };
}

function writeChunk(transferId, offset, data) {
  const head = Buffer.alloc(CHUNK_HEAD);
  head[0] = 1;
  head.write(transferId.replaceAll('-', ''), 1, 'hex');
  head.writeBigInt64BE(BigInt(offset), 17);
  return Buffer.concat([head, data]);
}

module.exports = { LamplinkV1, writeChunk };
