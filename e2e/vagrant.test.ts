/** Vagrant itself reads what is written for it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSpecs, writeTarget } from '../src/core/index.ts'
import { presets } from '../src/presets/index.ts'
import { needs } from './shared.ts'

const designs = presets.flatMap(({ id, text }) => readSpecs(text, { defaultName: id }).designs)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-vagrant-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isThere =
  spawnSync('vagrant', ['--version']).status === 0 &&
  spawnSync('vagrant', ['plugin', 'list'], { encoding: 'utf8' }).stdout.includes('vagrant-libvirt')

for (const design of designs)
  test(`${design.name} is a Vagrantfile that vagrant validate takes`, (context) => {
    needs(context, isThere, 'vagrant-libvirt is not installed')
    const place = path.join(folder, design.name)
    mkdirSync(place)
    for (const file of writeTarget('vagrant', design, undefined).files)
      writeFileSync(path.join(place, file.name), 'text' in file ? file.text : file.bytes)
    const env = {
      ...process.env,
      VAGRANT_DEFAULT_PROVIDER: 'libvirt',
      VAGRANT_HOME: path.join(folder, '.home'),
    }
    const { stdout, stderr } = spawnSync('vagrant', ['validate'], { cwd: place, env, encoding: 'utf8' })
    // Of a card on a bridge it asks the libvirt of the host, once all else is right.
    expect(stdout + stderr).toMatch(/Vagrantfile validated successfully|Error while connecting to Libvirt/)
  }, 60_000)
