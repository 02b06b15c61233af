/** What many devices have. */
import { attributes, list, number, numbers, required, text } from '../words.ts'

export const alias = {
  name: required(text('@name')),
}

export const virtIo = attributes('name state')

export const acpi = numbers('index')

export const queueIds = numbers('id')

const ioThread = {
  ...numbers('id'),
  queues: list('queue', queueIds),
}

export const ioThreads = {
  io_thread: list('iothread', ioThread),
}

export const boot = {
  load_parm: text('@loadparm'),
  order: required(number('@order')),
}

export const idRange = {
  count: required(number('@count')),
  start: required(number('@start')),
  target: required(number('@target')),
}

export const rom = attributes('bar enabled file')

export const pciAddress = {
  ...numbers('bus domain function slot'),
  multi_function: text('@multifunction'),
}

export const teaming = {
  ...attributes('persistent'),
  type: required(text('@type')),
}

export const usbAddress = {
  ...numbers('bus device'),
  ...attributes('port'),
}

export const usbId = attributes('id')

export const virtioDriver = attributes('ats iommu packed page_per_vq')

export const typed = {
  type: required(text('@type')),
}

export const withMode = {
  mode: required(text('@mode')),
}

export const namedValue = {
  name: required(text('@name')),
  value: required(text('')),
}

export const atPath = {
  path: required(text('@path')),
}

export const atDev = {
  dev: required(text('@dev')),
}

export const named = attributes('name')

export const atFile = {
  file: required(text('@file')),
}

export const optionalPath = attributes('path')
