// What ComfyUI's page does between opening a workflow and queueing it, with the real LiteGraph underneath.
//
// Reads lines of JSON from standard input, {"objectInfo": FILE} first and then {"name", "workflow"}; answers each
// workflow with a line {"name", "prompt"} or {"name", "error"}. The rules beside LiteGraph's own: a class of nodes has a
// socket and a widget for each value, a seed is followed by its control, slots are matched by name, texts with dynamic
// prompts are resolved, and virtual nodes are not sent.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { ExecutableNodeDTO, LGraph, LGraphNode, LiteGraph } from '@comfyorg/litegraph'

const NUMBERS = new Set(['INT', 'FLOAT'])
const WIDGETS = { INT: 'number', FLOAT: 'number', STRING: 'text', BOOLEAN: 'toggle', COMBO: 'combo' }

function inputsOf(definition) {
  return ['required', 'optional'].flatMap((section) => {
    const members = definition.input?.[section] ?? {}
    const order = definition.input_order?.[section] ?? Object.keys(members)
    return order.map((name) => {
      const [stated, options = {}] = members[name]
      const type = Array.isArray(stated) ? 'COMBO' : stated
      return { name, type, options, values: Array.isArray(stated) ? stated : (options.options ?? []) }
    })
  })
}

function initial(input) {
  if (input.options.default !== undefined) return input.options.default
  if (input.type === 'COMBO') return input.values[0]
  return NUMBERS.has(input.type) ? 0 : input.type === 'BOOLEAN' ? false : ''
}

function addInput(node, input) {
  const kind = input.options.forceInput ? undefined : WIDGETS[input.type]
  if (!kind) {
    node.addInput(input.name, input.type)
    return
  }
  const widget = node.addWidget(kind, input.name, initial(input), () => {}, { values: input.values })
  widget.dynamic = input.options.dynamicPrompts
  node.addInput(input.name, input.type, { widget: { name: input.name } })
  if (input.options.image_upload) {
    node.addWidget('button', 'upload', 'image', () => {}, { serialize: false })
  }
  const isSeed = input.type === 'INT' && (input.name === 'seed' || input.name === 'noise_seed')
  if (input.options.control_after_generate || isSeed) {
    node.addWidget('combo', 'control_after_generate', 'randomize', () => {}, {
      values: ['fixed', 'increment', 'decrement', 'randomize'],
      serialize: false
    })
  }
}

function register(type, definition) {
  class ComfyNode extends LGraphNode {
    constructor(title) {
      super(title ?? definition.display_name ?? type)
      this.serialize_widgets = true
      this.comfyClass = type
      inputsOf(definition).forEach((input) => addInput(this, input))
      ;(definition.output ?? []).forEach((output, i) => {
        this.addOutput(definition.output_name?.[i] ?? String(output), Array.isArray(output) ? 'COMBO' : output)
      })
    }

    // The slots of the class stand where the class has them; a file brings their links, found by name.
    configure(data) {
      const listed = new Map((data.inputs ?? []).map((input) => [input.name, input]))
      const unknown = [...listed.keys()].filter((name) => !this.inputs.some((input) => input.name === name))
      if (unknown.length) throw new Error(`${type} has no input ${unknown}`)
      const stated = (data.outputs ?? []).map((output) => [output.name, output.type])
      const given = this.outputs.map((output) => [output.name, output.type])
      if (JSON.stringify(stated) !== JSON.stringify(given)) {
        throw new Error(`${type} puts out ${JSON.stringify(given)} and not ${JSON.stringify(stated)}`)
      }
      const expected = (this.widgets ?? []).length
      if ((data.widgets_values ?? []).length > expected) {
        throw new Error(`${type} has ${expected} widgets and not ${data.widgets_values.length}`)
      }
      const inputs = this.inputs.map(({ name, type, widget }) => ({ name, type, widget, link: listed.get(name)?.link ?? null }))
      super.configure({ ...data, inputs })
    }
  }
  ComfyNode.title = definition.display_name ?? type
  LiteGraph.registerNodeType(type, ComfyNode)
}

function registerVirtualNodes() {
  for (const type of ['Note', 'MarkdownNote']) {
    class NoteNode extends LGraphNode {
      constructor(title) {
        super(title ?? type)
        this.serialize_widgets = true
        this.isVirtualNode = true
        this.addWidget('text', 'text', '', () => {})
      }
    }
    LiteGraph.registerNodeType(type, NoteNode)
  }
  class Reroute extends LGraphNode {
    constructor(title) {
      super(title ?? 'Reroute')
      this.isVirtualNode = true
      this.addInput('', '*')
      this.addOutput('', '*')
    }
  }
  LiteGraph.registerNodeType('Reroute', Reroute)
  // It gives its value to the widgets it is linked to, and is not sent itself.
  class PrimitiveNode extends LGraphNode {
    constructor(title) {
      super(title ?? 'PrimitiveNode')
      this.isVirtualNode = true
      this.addOutput('connect to widget input', '*')
    }

    configure(data) {
      super.configure(data)
      this.value = data.widgets_values?.[0]
    }

    applyToGraph() {
      for (const id of this.outputs[0].links ?? []) {
        const link = this.graph.links.get(id)
        const target = this.graph.getNodeById(link.target_id)
        const name = target.inputs[link.target_slot].widget?.name
        const widget = target.widgets?.find((one) => one.name === name)
        if (widget) widget.value = this.value
      }
    }
  }
  LiteGraph.registerNodeType('PrimitiveNode', PrimitiveNode)
}

function resolved(text) {
  const plain = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
  let at = 0
  const escape = () => '\\' + plain[at++]
  const block = () => {
    const options = ['']
    for (let depth = 0; at < plain.length; ) {
      const c = plain[at++]
      if (c === '\\') {
        options[options.length - 1] += escape()
        continue
      }
      if (c === '}' && depth-- === 0) break
      if (c === '{') depth++
      if (c === '|' && depth === 0) options.push('')
      else options[options.length - 1] += c
    }
    if (options.length > 1) throw new Error(`the page would roll dice for ${JSON.stringify(options)}`)
    return resolved(options[0])
  }
  let out = ''
  while (at < plain.length) {
    const c = plain[at++]
    out += c === '\\' ? escape() : c === '{' ? block() : c
  }
  return out.replace(/\\([{}|])/g, '$1')
}

function open(workflow) {
  const graph = new LGraph()
  graph.configure(workflow)
  if (graph._nodes.some((node) => node.has_errors)) throw new Error('a class of nodes is not known')
  for (const node of graph._nodes) {
    node.inputs.forEach((input, slot) => {
      const link = graph.links.get(input.link)
      if (input.link && !link) throw new Error(`link ${input.link} does not exist`)
      if (link) link.target_slot = slot
    })
  }
  for (const link of graph.links.values()) {
    const [from, to] = [graph.getNodeById(link.origin_id), graph.getNodeById(link.target_id)]
    if (!from?.outputs[link.origin_slot]?.links?.includes(link.id)) throw new Error(`link ${link.id} has no source`)
    if (to?.inputs[link.target_slot]?.link !== link.id) throw new Error(`link ${link.id} has no target`)
    if (!LiteGraph.isValidConnection(from.outputs[link.origin_slot].type, to.inputs[link.target_slot].type)) {
      throw new Error(`link ${link.id} joins what does not fit`)
    }
  }
  return graph
}

function prompt(graph) {
  graph._nodes.forEach((node) => node.applyToGraph?.())
  const dtos = new Map()
  for (const node of graph.computeExecutionOrder(false)) {
    const dto = new ExecutableNodeDTO(node, [], dtos)
    dtos.set(dto.id, dto)
  }
  const sent = {}
  for (const node of dtos.values()) {
    if (node.isVirtualNode || node.mode === 2 || node.mode === 4) continue
    const inputs = {}
    for (const widget of node.widgets ?? []) {
      if (widget.options?.serialize === false) continue
      inputs[widget.name] = widget.dynamic ? resolved(widget.value) : widget.value
    }
    node.inputs.forEach((input, slot) => {
      const source = node.resolveInput(slot)
      if (source && !graph.getNodeById(source.origin_id)?.isVirtualNode) inputs[input.name] = [String(source.origin_id), Number(source.origin_slot)]
    })
    sent[node.id] = { inputs, class_type: node.comfyClass, _meta: { title: node.title } }
  }
  return sent
}

registerVirtualNodes()
for await (const line of createInterface({ input: process.stdin })) {
  const { objectInfo, name, workflow } = JSON.parse(line)
  if (objectInfo) {
    Object.entries(JSON.parse(readFileSync(objectInfo, 'utf8'))).forEach(([type, definition]) => register(type, definition))
    continue
  }
  try {
    console.log(JSON.stringify({ name, prompt: prompt(open(workflow)) }))
  } catch (error) {
    console.log(JSON.stringify({ name, error: String(error.stack ?? error) }))
  }
}
