package pdf

import (
	"context"
	"io"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// engine is PDFium compiled to machine code, from which instances are made.
type engine struct {
	compiled chan struct{} // closed when pool and err are set
	pool     pdfium.Pool
	err      error

	making sync.Mutex // one instance is made at a time
	memory *memory    // what the instance that is being made takes for its memory
}

// engines holds an engine for each folder of compiled code, "" for none.
var engines sync.Map

// compiledIn returns the engine of a cache folder. The first call compiles
// PDFium, which takes seconds; ctx ends the wait but not the work.
func compiledIn(ctx context.Context, dir string) (*engine, error) {
	v, found := engines.LoadOrStore(dir, &engine{compiled: make(chan struct{})})
	e := v.(*engine)
	if !found {
		go func() {
			defer close(e.compiled)
			if e.pool, e.err = e.compile(dir); e.err != nil {
				engines.CompareAndDelete(dir, e) // the folder may be mended
			}
		}()
	}
	select {
	case <-e.compiled:
		return e, e.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (e *engine) compile(dir string) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // PDFium is built with them
		// The code then looks at each turn of a loop whether it is to end. It takes
		// three times as long, but without this it could not be stopped at all, and
		// would keep the garbage collector waiting for as long as it runs.
		WithCloseOnContextDone(true)
	if dir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(cache)
	}
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(
		func(atFirst, _ uint64) experimental.LinearMemory {
			e.memory.limit = max(e.memory.limit, atFirst)
			return e.memory
		}))
	return webassembly.Init(webassembly.Config{
		Context:       ctx,
		MaxTotal:      -1, // as many instances at a time as there are calls
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // PDFium sees no files
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// instance returns a new instance of PDFium whose memory m is.
func (e *engine) instance(m *memory) (pdfium.Pdfium, error) {
	e.making.Lock()
	defer e.making.Unlock()
	e.memory = m
	defer func() { e.memory = nil }()
	return e.pool.GetInstanceWithContext(context.Background())
}

// memory is the memory of one instance. It does not grow over its limit.
type memory struct {
	limit uint64

	mu      sync.Mutex // Free comes from whoever ends the instance
	bytes   []byte
	refused bool // more was asked for than the limit
}

// Reallocate returns the memory with a new length, or nil over the limit.
func (m *memory) Reallocate(size uint64) []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	if size > m.limit {
		m.refused = true
		return nil
	}
	if size > uint64(cap(m.bytes)) {
		grown := make([]byte, size, min(size+size/4, m.limit))
		copy(grown, m.bytes)
		m.bytes = grown
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free leaves the memory to the garbage collector: the code of an instance that
// is ended from outside may still run to its next check.
func (m *memory) Free() {
	m.mu.Lock()
	defer m.mu.Unlock()
}

func (m *memory) overLimit() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.refused
}
