/** What somebody pasted as their SSH public key. sshd(8), AUTHORIZED_KEYS FILE FORMAT. */
import type { Severity } from '../finding.ts'

/** What a text holds. */
export interface PublicKeys {
  /** Each one line of authorized_keys, with its options; empty as soon as a private key is there. */
  readonly keys: readonly string[]
  readonly problems: readonly KeyProblem[]
}

/** What is wrong, as the findings say it. */
export interface KeyProblem {
  readonly code: 'ssh.private-key' | 'ssh.not-a-public-key' | 'ssh.certificate'
  readonly severity: Severity
  readonly message: string
}

const privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|PuTTY-User-Key-File-|SSH PRIVATE KEY FILE FORMAT/

/** The types of OpenSSH 10 and the DSA of before, each plain or as a certificate; options may stand before it. */
const publicKey = new RegExp(
  String.raw`(?:^|\s)(?<type>(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256))` +
    String.raw`(?:-cert-v01@openssh\.com|@openssh\.com)?)[ \t]+[A-Za-z0-9+/]+={0,3}(?:\s|$)`,
)

/** True for a text that holds a private key, as OpenSSH, OpenSSL, PuTTY and the first ssh write one. */
export function isPrivateKey(text: string): boolean {
  return privateKey.test(text)
}

/**
 * Reads one or several lines. Blank lines and comments say nothing; a line that is no key is left out and said.
 *
 * @param text the content of a .pub file, or of authorized_keys
 */
export function readPublicKeys(text: string): PublicKeys {
  if (isPrivateKey(text)) return { keys: [], problems: [isPrivate] }
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (/^(---- BEGIN SSH2 PUBLIC KEY ----|-----BEGIN (RSA )?PUBLIC KEY-----)/.test(lines[0] ?? ''))
    return { keys: [], problems: [otherFormat(lines[0] ?? '')] }
  const keys: string[] = []
  const others: string[] = []
  for (const line of lines) (publicKey.test(line) ? keys : others).push(line)
  const certificates = keys.filter((key) => publicKey.exec(key)?.groups?.['type']?.includes('-cert-'))
  return {
    keys,
    problems: [
      ...(lines.length === 0 ? [notAKey('')] : others.slice(0, mostTold).map(notAKey)),
      ...(others.length > mostTold ? [noMoreAreKeys(others.length - mostTold)] : []),
      ...(certificates.length > 0 ? [isCertificate] : []),
    ],
  }
}

/** Lines that are no keys and are told of one by one. */
const mostTold = 20

const isPrivate: KeyProblem = {
  code: 'ssh.private-key',
  severity: 'error',
  message:
    'This is a private key, which must never leave its owner. It is left out. Put the line of its .pub file here (ssh-keygen -y -f FILE prints it); where others have seen the private key, make a new one.',
}

/** sshd compares what logs in with the plain keys of the file (auth2-pubkeyfile.c, auth_check_authkey_line). */
const isCertificate: KeyProblem = {
  code: 'ssh.certificate',
  severity: 'warning',
  message:
    'A certificate in authorized_keys lets nobody in. Put the plain public key here, or the key of the authority with cert-authority before it.',
}

function otherFormat(firstLine: string): KeyProblem {
  const format = firstLine.startsWith('---- ') ? '' : firstLine.includes('RSA') ? ' -m PEM' : ' -m PKCS8'
  return {
    code: 'ssh.not-a-public-key',
    severity: 'error',
    message: `This public key is not in OpenSSH's format. It is left out; put in what ssh-keygen -i${format} -f FILE prints.`,
  }
}

function notAKey(line: string): KeyProblem {
  const shown = line.length > 40 ? `${line.slice(0, 40)}…` : line
  const what = line === '' ? 'There is no public key' : `${JSON.stringify(shown)} is not a public key`
  return {
    code: 'ssh.not-a-public-key',
    severity: 'error',
    message: `${what}. It is left out; put a line such as "ssh-ed25519 AAAA… me@host" here.`,
  }
}

function noMoreAreKeys(count: number): KeyProblem {
  return {
    code: 'ssh.not-a-public-key',
    severity: 'error',
    message: `${count} more ${count === 1 ? 'line is' : 'lines are'} no public key either, and left out too.`,
  }
}
