/** Clock, threads and the rest of the machine. */
import { attributes, elements, list, number, numbers, object, required, text } from '../words.ts'
import { ioTune } from './disk.ts'
import { idRange } from './shared.ts'

export const clock = {
  ...attributes('adjustment basis offset'),
  ...numbers('start'),
  time_zone: text('@timezone'),
  timer: list('timer', {
    ...numbers('frequency'),
    ...attributes('mode present track'),
    catch_up: object('catchup', numbers('limit slew threshold')),
    name: required(text('@name')),
    tick_policy: text('@tickpolicy'),
  }),
}

export const defaultIoThread = {
  pool_max: number('@thread_pool_max'),
  pool_min: number('@thread_pool_min'),
}

export const idMap = {
  gi_ds: list('gid', idRange),
  ui_ds: list('uid', idRange),
}

export const ioThreadIDs = {
  io_threads: list('iothread', {
    ...numbers('id'),
    poll: object('poll', numbers('grow max shrink')),
    pool_max: number('@thread_pool_max'),
    pool_min: number('@thread_pool_min'),
  }),
}

export const keyWrap = {
  ciphers: list('cipher', {
    name: required(text('@name')),
    state: required(text('@state')),
  }),
}

export const perf = {
  events: list('event', {
    enabled: required(text('@enabled')),
    name: required(text('@name')),
  }),
}

export const pm = {
  suspend_to_disk: object('suspend-to-disk', {
    enabled: required(text('@enabled')),
  }),
  suspend_to_mem: object('suspend-to-mem', {
    enabled: required(text('@enabled')),
  }),
}

export const resource = {
  ...elements('partition'),
  fibre_channel: object('fibrechannel', {
    app_id: required(text('@appid')),
  }),
}

export const domainLabel = {
  ...elements('label'),
  ...attributes('model relabel type'),
  base_label: text('baselabel'),
  image_label: text('imagelabel'),
}

export const throttleGroups = {
  throttle_groups: list('throttlegroup', ioTune),
}

export const vcpus = {
  vcpu: list('vcpu', {
    ...attributes('enabled hotpluggable'),
    ...numbers('id order'),
  }),
}
