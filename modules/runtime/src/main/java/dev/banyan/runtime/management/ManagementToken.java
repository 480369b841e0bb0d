package dev.banyan.runtime.management;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the bearer token in the file {@code banyan.management.token-file} on
 * everything of the management port but health, metrics, the build and the console's
 * empty page. Without that file only those are answered.
 */
public class ManagementToken {

	private static final Set<String> OPEN = Set.of("health", "prometheus", "info", "console");

	@Bean
	FilterRegistrationBean<OncePerRequestFilter> managementTokenFilter(Environment environment) {
		String file = environment.getProperty("banyan.management.token-file");
		return new FilterRegistrationBean<>(new TokenFilter((file != null) ? Path.of(file) : null));
	}

	private static final class TokenFilter extends OncePerRequestFilter {

		private final @Nullable Path file;

		TokenFilter(@Nullable Path file) {
			this.file = file;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String[] segments = request.getRequestURI().split("/");
			if ((segments.length > 2 && OPEN.contains(segments[2])) || accepted(request.getHeader("Authorization"))) {
				chain.doFilter(request, response);
			}
			else {
				response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			}
		}

		private boolean accepted(@Nullable String authorization) throws IOException {
			if (this.file == null || authorization == null) {
				return false;
			}
			String expected = "Bearer " + Files.readString(this.file).strip();
			return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
					authorization.getBytes(StandardCharsets.UTF_8));
		}

	}

}
