/** What is handed to QEMU beside libvirt: elements of a namespace of its own. libvirt manual, drvqemu, Pass-through of arbitrary QEMU commands. */
import { anyText, at, attribute, list, oneOf, shortList, variableName } from '../table/index.ts'

/** The namespace that a domain declares when it has any of these elements. */
export const qemuNamespace = ['xmlns:qemu', 'http://libvirt.org/schemas/domain/qemu/1.0'] as const

const property = {
  name: attribute('name', anyText, { help: 'Name of the property, as QEMU has it.', required: true }),
  type: attribute('type', oneOf('string', 'signed', 'unsigned', 'bool', 'remove'), {
    help: 'What kind of value it is; remove takes away what libvirt says.',
    required: true,
  }),
  value: attribute('value', anyText, { help: 'The value; none for remove.' }),
}

const override = {
  alias: attribute('alias', anyText, {
    help: 'Alias of the device; one of your own begins with ua-.',
    required: true,
  }),
  properties: at(
    'qemu:frontend',
    list('qemu:property', property, { help: 'Properties of its -device that are to be other ones.' }),
  ),
}

const capability = {
  capability: attribute('capability', anyText, { help: 'Its name in libvirt.', required: true }),
}

const variable = {
  name: attribute('name', variableName, { help: 'Name of the variable.', required: true }),
  value: attribute('value', anyText, { help: 'Its value; without one it is empty.' }),
}

export const qemuArguments = {
  qemu_arguments: at(
    'qemu:commandline',
    shortList(
      'qemu:arg',
      'value',
      { value: attribute('value', anyText, { help: 'One word.', required: true }) },
      {
        label: 'QEMU arguments',
        help: 'Words that stand at the end of the command line of QEMU.',
        since: '0.8.3',
      },
    ),
  ),
  qemu_environment: at(
    'qemu:commandline',
    list('qemu:env', variable, {
      label: 'QEMU environment',
      help: 'Environment variables of QEMU.',
      since: '0.8.3',
    }),
  ),
  qemu_capabilities: at(
    'qemu:capabilities',
    shortList('qemu:add', 'capability', capability, {
      label: 'QEMU capabilities',
      help: 'What libvirt is to believe that QEMU can do.',
      since: '2.4.0',
    }),
  ),
  qemu_no_capabilities: at(
    'qemu:capabilities',
    shortList('qemu:del', 'capability', capability, {
      label: 'No QEMU capabilities',
      help: 'What libvirt is to believe that QEMU can’t do.',
      since: '2.4.0',
    }),
  ),
  qemu_overrides: at(
    'qemu:override',
    list('qemu:device', override, {
      label: 'QEMU device properties',
      help: 'Properties of devices that libvirt has no word for, or says otherwise.',
      since: '8.2.0',
    }),
  ),
  qemu_deprecation: at(
    'qemu:deprecation',
    attribute('behavior', oneOf('none', 'omit', 'reject', 'crash'), {
      label: 'Deprecated QEMU commands',
      help: 'What QEMU does when libvirt uses what is deprecated.',
      since: '7.2.0',
    }),
  ),
} as const
