import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Design } from '../spec/index.ts'
import { FakeHost, oddName, shells } from './fake-host.test-helper.ts'

const design: Design = {
  name: oddName,
  spec: {
    guest: 'debian-12',
    disk_size: '20G',
    installer: { url: 'https://example.org/debian.iso', unattended: { enabled: true } },
    ssh: { user: 'dev', key_source: 'generate' },
    libvirt: { type: 'qemu' },
  },
}

let host: FakeHost
beforeEach(() => {
  host = new FakeHost()
  host.install('openssl', 'printf \'$6$%s$%086d\\n\' "$4" 7')
})
afterEach(() => {
  host.remove()
})

const state = () => path.join(host.home, '.local/share/vmwright', oddName)
const held = (name: string) => readFileSync(path.join(state(), name), 'latin1')

describe.each(shells)('in %s', (shell) => {
  it('takes the kernel out of the ISO, puts the answers before the initrd, and says a password once', () => {
    host.install(
      'xorriso',
      'for last; do :; done\nwhile [ "$1" != -extract ]; do shift; done\necho "from the ISO: $2" >"$last"',
    )
    host.unpack(design)
    const first = host.run(shell, 'create.sh')
    expect(first).toMatchObject({ status: 0, err: '' })
    expect(held('installer-kernel')).toBe('from the ISO: /install.amd/vmlinuz\n')
    const initrd = held('installer-initrd')
    expect(initrd).toMatch(/^070701.*#_preseed_V1/s)
    expect(initrd.endsWith('from the ISO: /install.amd/initrd.gz\n')).toBe(true)
    expect(initrd).not.toContain('PutInByCreateSh')
    expect(initrd).toMatch(/user-password-crypted password \$6\$[a-z0-9]{16}\$0+7\n/)
    const said = /The password of dev is said this once, and kept nowhere: ([a-z0-9]{12})\n/.exec(first.out)
    expect(said?.[1]).toBeDefined()
    for (const name of Object.keys(host.snapshot(state()))) expect(held(name)).not.toContain(said?.[1])
    expect(first.out).toContain('Then: ./create.sh --installed')
    expect(host.told('xml')).toContain('<kernel>')

    const again = host.run(shell, 'create.sh')
    expect(again).toMatchObject({ status: 0, err: '' })
    expect(again.out).toContain('Nothing was changed.\n')
  })

  it('takes the installer out when it is told so, once the VM is off', () => {
    host.install('xorriso', 'for last; do :; done\necho x >"$last"')
    host.unpack(design)
    host.run(shell, 'create.sh')
    expect(host.run(shell, 'create.sh', '--installed')).toMatchObject({
      status: 1,
      err: expect.stringContaining('The VM runs: shut it down'),
    })
    writeFileSync(path.join(host.memory, 'state'), 'shut off\n')
    const done = host.run(shell, 'create.sh', '--installed', '--no-start')
    expect(done).toMatchObject({ status: 0, err: '' })
    expect(host.told('xml')).not.toContain('<kernel>')
    expect(host.told('xml')).toContain('<uuid>1-2-3</uuid>')
    expect(host.run(shell, 'create.sh', '--no-start').out).toContain('Nothing was changed.\n')
    expect(host.run(shell, 'destroy.sh', '--now', '--delete-disk')).toMatchObject({ status: 0, err: '' })
    expect(existsSync(state())).toBe(false)
  })

  it('says what an ISO without a kernel is not', () => {
    host.install('xorriso', 'exit 1')
    host.unpack(design)
    expect(host.run(shell, 'create.sh')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no kernel of the installer in '),
    })
  })
})
