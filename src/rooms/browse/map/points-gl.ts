/** Points by WebGL 2: positions and looks lie on the device, a change of the view sends nine numbers. */
import { growth, type Points } from './points.ts';
import { SELECTED } from './scene.ts';
import { FRAGMENT, VERTEX } from './shaders.ts';
import { drawSprites } from './sprites.ts';

/** Pixels around what is selected. */
const HALO = 5;

/** Null where there is no WebGL 2. */
export function createGlPoints(canvas: HTMLCanvasElement): Points | null {
  const gl = canvas.getContext('webgl2', { antialias: false, alpha: true });
  if (!gl) return null;
  const program = link(gl);
  if (!program) return null;
  const uniform = (name: string): WebGLUniformLocation | null =>
    gl.getUniformLocation(program, name);
  const at = {
    centre: uniform('centre'),
    zoom: uniform('zoom'),
    growth: uniform('growth'),
    halo: uniform('halo'),
    ink: uniform('ink'),
    colours: uniform('colours'),
  };
  const vertices = gl.createVertexArray();
  const [positions, style, order] = [gl.createBuffer(), gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(vertices);
  attribute(gl, positions, 0, () => gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0));
  attribute(gl, style, 1, () => gl.vertexAttribPointer(1, 4, gl.UNSIGNED_BYTE, false, 0, 0));
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, order);
  const texture = loadSprites(gl);
  let starts: readonly number[] = [0];

  const drawLayer = (layer: number, share: number, halo: number): void => {
    const from = starts[layer] ?? 0;
    const count = Math.ceil(((starts[layer + 1] ?? from) - from) * share);
    if (count === 0) return;
    gl.uniform1f(at.halo, halo);
    gl.drawElements(gl.POINTS, count, gl.UNSIGNED_INT, from * 4);
  };
  return {
    kind: 'webgl',
    setPositions(values) {
      gl.bindBuffer(gl.ARRAY_BUFFER, positions);
      gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
    },
    setScene(scene) {
      gl.bindVertexArray(vertices);
      gl.bindBuffer(gl.ARRAY_BUFFER, style);
      gl.bufferData(gl.ARRAY_BUFFER, scene.style, gl.DYNAMIC_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, scene.order, gl.DYNAMIC_DRAW);
      starts = scene.starts;
    },
    draw(view) {
      const { camera, size, ratio, share } = view;
      const { colours, ink } = view.look;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.useProgram(program);
      gl.bindVertexArray(vertices);
      gl.uniform2f(at.centre, camera.x, camera.y);
      gl.uniform2f(at.zoom, (2 * camera.scale) / size.width, (2 * camera.scale) / size.height);
      gl.uniform1f(at.growth, growth(view, starts.at(-1) ?? 0) * ratio);
      gl.uniform3f(at.ink, ...ink);
      gl.uniform3fv(at.colours, colours.flat());
      for (let layer = 0; layer < SELECTED; layer++) drawLayer(layer, share, 0);
      drawLayer(SELECTED, share, HALO * ratio);
      drawLayer(SELECTED, share, 0);
    },
    dispose() {
      for (const buffer of [positions, style, order]) gl.deleteBuffer(buffer);
      gl.deleteVertexArray(vertices);
      gl.deleteTexture(texture);
      gl.deleteProgram(program);
    },
  };
}

function attribute(
  gl: WebGL2RenderingContext,
  buffer: WebGLBuffer | null,
  index: number,
  describe: () => void,
): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(index);
  describe();
}

/** Null when the device refuses the program: the other way of drawing is taken then. */
function link(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  const stages = [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const;
  for (const [kind, source] of stages) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}

function loadSprites(gl: WebGL2RenderingContext): WebGLTexture | null {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawSprites());
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
