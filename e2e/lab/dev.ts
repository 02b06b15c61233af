/** The person of the lab, and what they have unpacked. */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inLab, labScript } from './lab.ts'

/** Their host, as the probe would say it. */
export const hostOfLab = {
  arch: 'x86_64',
  distro: 'debian',
  libvirt: '11.3.0',
  qemu: '10.0.2',
  connection: 'session',
  user: {
    name: 'dev',
    uid: 1000,
    gid: 1000,
    subuid: { start: 100_000, count: 65_536 },
    subgid: { start: 100_000, count: 65_536 },
  },
  paths: { state_dir: '/home/dev/vms/{name}' },
}

/** A new directory that is theirs. */
export function directoryOfDev(directory: string): void {
  mkdirSync(directory)
  chownSync(directory, 1000, 1000)
}

/**
 * A new place for a bundle and the scripts that prove it. Whoever makes it takes its parent away.
 *
 * @param scripts of the lab folder
 */
export function placeOfDev(scripts: readonly string[]): string {
  // A name that a careless script breaks at.
  const place = path.join(mkdtempSync(path.join(tmpdir(), 'vmwright-lab-')), `a b'"$(x)`)
  for (const folder of ['', 'bundle', 'scripts', '.home']) directoryOfDev(path.join(place, folder))
  chmodSync(path.dirname(place), 0o755)
  for (const name of scripts) {
    copyFileSync(labScript(name), path.join(place, 'scripts', name))
    chmodSync(path.join(place, 'scripts', name), 0o755)
  }
  return place
}

/** What is in the zip of a bundle, in the place. */
export function unpackForDev(place: string, zip: string): void {
  const bundle = path.join(place, 'bundle')
  execFileSync('unzip', ['-q', zip, '-d', bundle])
  for (const name of ['.', ...readdirSync(bundle, { recursive: true, encoding: 'utf8' })])
    chownSync(path.join(bundle, name), 1000, 1000)
}

/** Runs a script of the place in the folder of the bundle of that VM. */
export function inBundle(place: string, vm: string, script: string, words: readonly string[] = []) {
  const proof = path.join(place, 'scripts', script)
  const bundle = path.join(place, 'bundle', vm)
  return inLab(place, 'dev', ['sh', '-c', 'cd "$1" && shift && exec "$@"', 'sh', bundle, proof, ...words])
}
