/** The whole domain. */
import { attributes, list, number, object, raw, required, text } from '../words.ts'
import { cpu } from './cpu.ts'
import { devices } from './devices.ts'
import { features } from './features.ts'
import { launchSecurity, os, sysInfo } from './os.ts'
import {
  clock,
  defaultIoThread,
  domainLabel,
  idMap,
  ioThreadIDs,
  keyWrap,
  perf,
  pm,
  resource,
  throttleGroups,
  vcpus,
} from './threads.ts'
import { blockIoTune, cpuTune, memoryBacking, memoryTune, numaTune } from './tuning.ts'

const capability = { name: required(text('@capability')) }

export const domain = {
  name: required(text('name')),
  type: required(text('@type')),
  title: text('title'),
  description: text('description'),
  memory: number('memory'),
  memory_unit: text('memory/@unit'),
  memory_dump_core: text('memory/@dumpCore'),
  current_memory: number('currentMemory'),
  current_memory_unit: text('currentMemory/@unit'),
  vcpu: number('vcpu'),
  vcpu_cpuset: text('vcpu/@cpuset'),
  vcpu_current: number('vcpu/@current'),
  vcpu_placement: text('vcpu/@placement'),
  block_io_tune: object('blkiotune', blockIoTune),
  bootloader: text('bootloader'),
  bootloader_args: text('bootloader_args'),
  clock: object('clock', clock),
  cpu: object('cpu', cpu),
  cpu_tune: object('cputune', cpuTune),
  default_io_thread: object('defaultiothread', defaultIoThread),
  features: object('features', features),
  gen_id: text('genid'),
  hwuuid: text('hwuuid'),
  id_map: object('idmap', idMap),
  io_thread_i_ds: object('iothreadids', ioThreadIDs),
  io_threads: number('iothreads'),
  key_wrap: object('keywrap', keyWrap),
  launch_security: object('launchSecurity', launchSecurity),
  maximum_memory: number('maxMemory'),
  maximum_memory_slots: number('maxMemory/@slots'),
  maximum_memory_unit: text('maxMemory/@unit'),
  memory_backing: object('memoryBacking', memoryBacking),
  memory_tune: object('memtune', memoryTune),
  numa_tune: object('numatune', numaTune),
  on_crash: text('on_crash'),
  on_poweroff: text('on_poweroff'),
  on_reboot: text('on_reboot'),
  os: object('os', os),
  perf: object('perf', perf),
  pm: object('pm', pm),
  metadata: object('metadata', { xml: required(raw()) }),
  qemu_capabilities: object('qemu:capabilities', {
    add: list('qemu:add', capability),
    del: list('qemu:del', capability),
  }),
  qemu_commandline: object('qemu:commandline', {
    args: list('qemu:arg', { value: required(text('@value')) }),
    envs: list('qemu:env', { name: required(text('@name')), ...attributes('value') }),
  }),
  qemu_deprecation: object('qemu:deprecation', attributes('behavior')),
  qemu_override: object('qemu:override', {
    devices: list('qemu:device', {
      alias: required(text('@alias')),
      frontend: object('qemu:frontend', {
        properties: list('qemu:property', { ...attributes('type value'), name: required(text('@name')) }),
      }),
    }),
  }),
  resource: object('resource', resource),
  sec_label: list('seclabel', domainLabel),
  sys_info: list('sysinfo', sysInfo),
  throttle_groups: object('throttlegroups', throttleGroups),
  vcpus: object('vcpus', vcpus),
  devices: object('devices', devices),
}
