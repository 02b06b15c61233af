/** Lines of machines that ran: what of them libvirt has another word for, and what it has none for. */
import { describe, expect, it } from 'vitest'
import { readArgv } from '../read.ts'

const read = (line: string, program = 'qemu-system-x86_64') => readArgv(`${program} -display none ${line}`)
const domainOf = (line: string, program?: string) => read(line, program).commands[0]?.domain ?? {}
const keptOf = (line: string, program?: string) =>
  (domainOf(line, program).qemu_arguments ?? []).map(({ value }) => value)
const codesOf = (line: string, program?: string) => read(line, program).findings.map(({ code }) => code)

describe('ACPI', () => {
  it.each([
    ['qemu-system-aarch64', '-M virt', undefined],
    ['qemu-system-aarch64', '-M virt,acpi=on -kernel /Image', undefined],
    ['qemu-system-aarch64', '-M virt -bios /fw/QEMU_EFI.fd', undefined],
    ['qemu-system-aarch64', '-M virt -drive if=pflash,file=/fw/code.fd,format=raw,readonly=on', true],
    ['qemu-system-aarch64', '-M virt,acpi=off -drive if=pflash,file=/fw/code.fd,readonly=on', undefined],
    ['qemu-system-arm', '-M virt', undefined],
    ['qemu-system-riscv64', '-M virt', true],
    ['qemu-system-x86_64', '-M q35', true],
    ['qemu-system-x86_64', '-M q35 -no-acpi', undefined],
  ])('of %s %s', (program, line, acpi) => {
    expect(domainOf(line, program).features?.acpi).toBe(acpi)
  })

  it('goes with a word where -bios brings firmware to a board of ARM', () => {
    expect(codesOf('-M virt -bios /fw/QEMU_EFI.fd', 'qemu-system-aarch64')).toContain('argv.differs')
  })
})

describe('names of the machine', () => {
  it.each([
    ['pc+pve0', 'pc'],
    ['pc-i440fx-9.2+pve1', 'pc-i440fx-9.2'],
    ['type=q35+pve0', 'q35'],
    ['pc-q35-10.1+pve2,accel=kvm', 'pc-q35-10.1'],
    ['virt+pve0', 'virt'],
  ])('%s', (said, machine) => {
    expect(domainOf(`-machine ${said}`).os?.machine).toBe(machine)
  })
})

describe('firmware in flash', () => {
  const code = { type: 'pflash', readonly: true, value: '/fw/code.fd' }

  it('is a drive by the name of its file', () => {
    const line =
      '-M q35 -drive if=pflash,unit=0,format=raw,readonly=on,file.filename=/fw/code.fd,file.locking=off -drive if=pflash,unit=1,file.driver=file,file.filename=/fw/vars.fd,driver=raw'
    expect(domainOf(line).os).toMatchObject({ loader: code, nvram: { value: '/fw/vars.fd' } })
    expect(keptOf(line)).toEqual([])
  })

  it('is behind limits that limit nothing, as Proxmox VE has it', () => {
    const vars = JSON.stringify({
      driver: 'throttle',
      'node-name': 'v',
      'throttle-group': 'g',
      file: { driver: 'qcow2', file: { driver: 'file', filename: '/fw/vars.qcow2' } },
    })
    const line = `-M q35,pflash0=c,pflash1=v -object '{"qom-type":"throttle-group","id":"g","limits":{}}' -blockdev driver=raw,node-name=c,read-only=on,file.driver=file,file.filename=/fw/code.fd -blockdev '${vars}'`
    expect(domainOf(line).os).toMatchObject({
      loader: code,
      nvram: { value: '/fw/vars.qcow2', format: 'qcow2' },
    })
    expect(keptOf(line)).toEqual([])
  })

  it('stays as it is when it is of a kind that libvirt lacks', () => {
    const line = '-M q35 -drive if=pflash,format=raw,file.driver=nbd,file.host=a'
    expect(domainOf(line).os?.loader).toBeUndefined()
    expect(keptOf(line)).not.toEqual([])
  })
})

describe('features by the names that QEMU takes as well', () => {
  it.each([
    ['+sse3', 'pni'],
    ['+sse4_1', 'sse4.1'],
    ['sse4-2=on', 'sse4.2'],
    ['+xd', 'nx'],
    ['+i64', 'lm'],
    ['+ffxsr', 'fxsr_opt'],
    ['+fxsr-opt', 'fxsr_opt'],
    ['+pclmulqdq', 'pclmuldq'],
    ['+nrip_save', 'nrip-save'],
    ['+lahf_lm', 'lahf_lm'],
    ['+avx512vbmi2', 'avx512vbmi2'],
  ])('%s is %s', (word, name) => {
    expect(domainOf(`-cpu Penryn,${word}`).cpu?.features).toEqual([{ name, policy: 'require' }])
  })

  it('stay on the line where libvirt has none', () => {
    expect(keptOf('-cpu qemu64,+ace2')).toEqual(['-cpu', 'qemu64,+ace2'])
  })
})

describe('what a manager of VMs tells QEMU', () => {
  it('is left out with a word: libvirt does it', () => {
    expect(domainOf('-no-shutdown').on_poweroff).toBeUndefined()
    expect(codesOf('-no-shutdown')).toContain('argv.left-out')
    expect(domainOf('-action shutdown=pause,reboot=shutdown')).toMatchObject({ on_reboot: 'destroy' })
    expect(domainOf('-action shutdown=pause').on_poweroff).toBeUndefined()
    expect(keptOf('-action shutdown=pause,reboot=shutdown')).toEqual([])
  })

  it('is that the processor has all that is asked for', () => {
    expect(domainOf('-cpu Nehalem,enforce,+pcid').cpu).toMatchObject({ check: 'partial' })
    expect(domainOf('-cpu Nehalem,+pcid').cpu).toMatchObject({ check: 'none' })
    expect(keptOf('-cpu Nehalem,enforce')).toEqual([])
  })
})
