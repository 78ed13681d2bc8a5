package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"sangu/frontend"
)

// serve runs the product until it is told to stop, then lets running requests
// finish.
func serve(ctx context.Context, env environment, args []string) error {
	f := flags(env, "serve")
	database := where(f, env.getenv)
	demo := f.Bool("demo", false, "fill an empty database with the demonstration county")
	addr := f.String("addr", or(env.getenv("SANGU_ADDR"), "127.0.0.1:8080"), "address to listen on")
	secure := f.Bool("secure-cookie", env.getenv("SANGU_SECURE_COOKIE") == "1", "send the session cookie over HTTPS only")
	if _, err := parse(f, args); err != nil {
		return err
	}
	a, err := New(ctx, Options{Database: *database, Log: env.log, Front: frontend.Handler(), SecureCookie: *secure})
	if err != nil {
		return err
	}
	defer a.Close()
	a.DB.LogPool(env.log)
	if *demo {
		if err := a.Demo(ctx, env.out); err != nil {
			return fmt.Errorf("fill the demonstration county: %w", err)
		}
	}
	if err := a.Services.Importer.ResumeAll(ctx); err != nil {
		return fmt.Errorf("take up imports: %w", err)
	}
	return a.listen(ctx, env, *addr)
}

func (a *App) listen(ctx context.Context, env environment, addr string) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go a.Services.Importer.Watch(ctx, time.Minute)
	go a.checkDaily(ctx, time.Minute)
	told := a.tell(ctx)
	go a.Services.Samples.Watch(ctx, time.Minute/2)
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: a.Handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	fmt.Fprintf(env.out, "Sangu 三顾  http://%s\n", l.Addr())
	kept := a.keep(ctx)
	defer func() { stop(); <-kept; <-told }()
	server.RegisterOnShutdown(a.api.CloseStreams)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	if err := server.Shutdown(closing); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
