'use strict';

// By what docs/protocol.md tells a server: the SHA-256 of the public key in its certificate, whoever has signed that.

const { createHash } = require('node:crypto');
const { once } = require('node:events');
const tls = require('node:tls');

/** The certificate that the server there shows. */
async function shown(port) {
  const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const certificate = socket.getPeerX509Certificate();
  socket.destroy();
  return certificate;
}

function of(certificate) {
  return createHash('sha256').update(certificate.publicKey.export({ type: 'spki', format: 'der' })).digest();
}

/** Options of ws for the server at the port and nobody else, if it has that fingerprint. */
async function trusting(port, fingerprint) {
  const certificate = await shown(port);
  if (!of(certificate).equals(fingerprint)) {
    throw new Error(`another server than the trusted one: ${of(certificate).toString('hex')}`);
  }
  // The certificate names no address: the key alone says who it is.
  return { ca: [certificate.toString()], checkServerIdentity: () => undefined };
}

module.exports = { trusting };
