/** The processor. */
import { attributes, elements, flag, list, number, numbers, object, required, text } from '../words.ts'
import { cacheSize } from './os.ts'

export const cpu = {
  ...attributes('check deprecated_features match mode'),
  ...elements('model vendor'),
  cache: object('cache', {
    ...numbers('level'),
    mode: required(text('@mode')),
  }),
  features: list('feature', attributes('name policy')),
  max_phys_addr: object('maxphysaddr', {
    ...numbers('bits limit'),
    mode: required(text('@mode')),
  }),
  migratable: flag('@migratable'),
  model_fallback: text('model/@fallback'),
  model_vendor_id: text('model/@vendor_id'),
  numa: object('numa', {
    cell: list('cell', {
      ...attributes('cpus discard memAccess unit'),
      ...numbers('id'),
      caches: list('cache', {
        associativity: required(text('@associativity')),
        level: required(number('@level')),
        line: object('line', cacheSize),
        policy: required(text('@policy')),
        size: object('size', cacheSize),
      }),
      distances: object('distances', {
        siblings: list('sibling', {
          ...numbers('id'),
          value: required(number('@value')),
        }),
      }),
      memory: required(number('@memory')),
    }),
    interconnects: object('interconnects', {
      bandwidths: list('bandwidth', {
        ...numbers('cache'),
        initiator: required(number('@initiator')),
        target: required(number('@target')),
        type: required(text('@type')),
        unit: required(text('@unit')),
        value: required(number('@value')),
      }),
      latencies: list('latency', {
        ...numbers('cache'),
        initiator: required(number('@initiator')),
        target: required(number('@target')),
        type: required(text('@type')),
        value: required(number('@value')),
      }),
    }),
  }),
  topology: object('topology', numbers('clusters cores dies sockets threads')),
}
