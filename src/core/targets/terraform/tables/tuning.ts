/** Pinning, memory and limits. */
import {
  attributes,
  list,
  number,
  numberElements,
  numbers,
  object,
  presence,
  required,
  text,
} from '../words.ts'

export const blockIoTune = {
  ...numberElements('weight'),
  device: list('device', {
    ...numberElements('read_bytes_sec read_iops_sec weight write_bytes_sec write_iops_sec'),
    path: required(text('path')),
  }),
}

export const cpuTune = {
  ...numberElements('emulator_period emulator_quota global_period global_quota period quota shares'),
  cache_tune: list('cachetune', {
    ...attributes('id vcpus'),
    cache: list('cache', {
      ...numbers('id'),
      level: required(number('@level')),
      size: required(number('@size')),
      type: required(text('@type')),
      unit: required(text('@unit')),
    }),
    monitor: list('monitor', {
      ...numbers('level'),
      ...attributes('vcpus'),
    }),
  }),
  emulator_pin: object('emulatorpin', {
    cpu_set: required(text('@cpuset')),
  }),
  emulator_sched: object('emulatorsched', {
    ...numbers('priority'),
    ...attributes('scheduler'),
  }),
  io_thread_period: number('iothread_period'),
  io_thread_pin: list('iothreadpin', {
    cpu_set: required(text('@cpuset')),
    io_thread: required(number('@iothread')),
  }),
  io_thread_quota: number('iothread_quota'),
  io_thread_sched: list('iothreadsched', {
    ...numbers('priority'),
    ...attributes('scheduler'),
    io_threads: required(text('@iothreads')),
  }),
  memory_tune: list('memorytune', {
    monitor: list('monitor', attributes('vcpus')),
    nodes: list('node', {
      ...numbers('id'),
      bandwidth: required(number('@bandwidth')),
    }),
    vcpus: required(text('@vcpus')),
  }),
  vcpu_pin: list('vcpupin', {
    cpu_set: required(text('@cpuset')),
    vcpu: required(number('@vcpu')),
  }),
  vcpu_sched: list('vcpusched', {
    ...numbers('priority'),
    ...attributes('scheduler'),
    vcpus: required(text('@vcpus')),
  }),
}

export const memoryBacking = {
  memory_access: object('access', attributes('mode')),
  memory_allocation: object('allocation', {
    ...attributes('mode'),
    ...numbers('threads'),
  }),
  memory_discard: presence('discard'),
  memory_huge_pages: object('hugepages', {
    hugepages: list('page', {
      ...attributes('nodeset unit'),
      size: required(number('@size')),
    }),
  }),
  memory_locked: presence('locked'),
  memory_nosharepages: presence('nosharepages'),
  memory_source: object('source', attributes('type')),
}

export const memoryTune = {
  ...numberElements('hard_limit min_guarantee soft_limit swap_hard_limit'),
  hard_limit_unit: text('hard_limit/@unit'),
  min_guarantee_unit: text('min_guarantee/@unit'),
  soft_limit_unit: text('soft_limit/@unit'),
  swap_hard_limit_unit: text('swap_hard_limit/@unit'),
}

export const numaTune = {
  mem_nodes: list('memnode', {
    cell_id: required(number('@cellid')),
    mode: required(text('@mode')),
    nodeset: required(text('@nodeset')),
  }),
  memory: object('memory', attributes('mode nodeset placement')),
}
