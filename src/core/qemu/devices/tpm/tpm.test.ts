import { describe, expect, it } from 'vitest'
import { renderArgv } from '../../index.ts'
import { resolvedOf } from '../../written-lines.test-helper.ts'
import { lines, linesAgain, readLines } from '../read-lines.test-helper.ts'

const emulator = [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }] as const

describe('the TPM', () => {
  it('is swtpm beside QEMU', () => {
    expect(lines({ tpm: emulator })).toEqual([
      '-chardev socket,id=chrtpm,path=/var/vms/vm/tpm0.sock',
      '-tpmdev emulator,id=tpm-tpm0,chardev=chrtpm',
      '-device tpm-crb,tpmdev=tpm-tpm0,id=tpm0',
    ])
    const { helpers, directories } = renderArgv(resolvedOf({ devices: { tpm: emulator } }))
    expect(helpers[0]?.argv.join(' ')).toBe(
      'swtpm socket --tpmstate dir=/var/vms/vm/tpm0,mode=0600 --ctrl type=unixio,path=/var/vms/vm/tpm0.sock --terminate --tpm2',
    )
    expect(directories).toContain('/var/vms/vm/tpm0')
  })

  it('keeps its state where the design says', () => {
    const helper = (source: { type: 'file' | 'dir'; path: string }) => {
      const tpm = [{ model: 'tpm-crb', backend: { type: 'emulator', source, debug: 5 } }] as const
      return renderArgv(resolvedOf({ devices: { tpm } })).helpers[0]?.argv.join(' ')
    }
    expect(helper({ type: 'file', path: '/srv/nvram' })).toContain('backend-uri=file:///srv/nvram,mode=0600')
    expect(helper({ type: 'dir', path: '/srv/state' })).toContain('dir=/srv/state,mode=0600')
    expect(helper({ type: 'dir', path: '/srv/state' })).toContain('--log level=5')
  })

  it('is 1.2 where libvirt has it so', () => {
    const words = (model: 'tpm-tis' | 'tpm-crb') =>
      renderArgv(resolvedOf({ devices: { tpm: [{ model }] } })).helpers[0]?.argv ?? []
    expect(words('tpm-tis')).not.toContain('--tpm2')
    expect(words('tpm-crb')).toContain('--tpm2')
  })

  it('hangs on the board on ARM', () => {
    const arm = { os: { arch: 'aarch64', machine: 'virt' } } as const
    expect(lines({ tpm: [{ model: 'tpm-tis' }] }, arm)[2]).toBe(
      '-device tpm-tis-device,tpmdev=tpm-tpm0,id=tpm0',
    )
  })

  it('is the host’s', () => {
    const tpm = [{ model: 'tpm-tis', backend: { type: 'passthrough', device: '/dev/tpm0' } }] as const
    const expected = [
      '-tpmdev passthrough,id=tpm-tpm0,path=/dev/tpm0',
      '-device tpm-tis,tpmdev=tpm-tpm0,id=tpm0',
    ]
    expect(lines({ tpm })).toEqual(expected)
    expect(linesAgain({ tpm })).toEqual(expected)
  })

  it('is one that runs already', () => {
    const source = { type: 'unix', mode: 'connect', path: '/tmp/tpm.sock' } as const
    const tpm = [{ model: 'tpm-tis', backend: { type: 'external', source } }] as const
    const expected = [
      '-chardev socket,id=chrtpm,path=/tmp/tpm.sock',
      '-tpmdev emulator,id=tpm-tpm0,chardev=chrtpm',
      '-device tpm-tis,tpmdev=tpm-tpm0,id=tpm0',
    ]
    expect(lines({ tpm })).toEqual(expected)
    expect(readLines(expected).tpm).toEqual(tpm)
  })

  it('is libvirt’s to start when it was libvirt’s before', () => {
    const options = [
      '-chardev socket,id=chrtpm,path=/run/libvirt/qemu/swtpm/3-vm-swtpm.sock',
      '-tpmdev emulator,id=tpm-tpm0,chardev=chrtpm',
      '-device tpm-crb,tpmdev=tpm-tpm0,id=tpm0',
    ]
    expect(readLines(options).tpm).toEqual(emulator)
  })
})
